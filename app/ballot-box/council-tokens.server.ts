import { type Box, sql } from './open-box.server'

/** A token that was spent: with the public key of its unit anybody can check that it was signed. */
export type SpentToken = { input: Uint8Array; signature: Uint8Array }
type Spent = { nullifier: Uint8Array; round: string; token?: SpentToken }

/** A sealed ballot with the token it was cast with, as only the works council gets it. */
export type BallotForCouncil = { nullifier: Buffer; unit: string; sealed: Buffer; input?: Buffer; signature?: Buffer }

/** Ballots read at a time, so that handing them out never holds up the casting in another round. */
const ballotsAtATime = 200

/** Lets the box keep the token beside each ballot of a round, for the works council to check; repeating it changes nothing. */
export function keepTokensOf(box: Box, round: string) {
  sql(box, 'insert into council_round values (?) on conflict do nothing').run(round)
}

/** Returns whether tokens of a round are kept. */
export function keepsTokens(box: Box, round: string): boolean {
  return sql(box, 'select 1 from council_round where round_id = ?').pluck().get(round) !== undefined
}

/** Keeps the token of a ballot that was just accepted, if there is one to keep, in the same write. */
export function keepToken(box: Box, { nullifier, round, token }: Spent): 'accepted' {
  if (token)
    sql(box, 'insert into ballot_token values (?, ?, ?, ?)').run(nullifier, round, token.input, token.signature)
  return 'accepted'
}

/** Reads the ballots of a round with their tokens, in the order of their nullifiers, which is no order at all. */
export function* ballotsWithTokens(box: Box, round: string): Generator<BallotForCouncil> {
  const query = sql(
    box,
    `select ballot.nullifier, unit_id unit, sealed, input, signature from ballot
    left join ballot_token on ballot_token.nullifier = ballot.nullifier
    where ballot.nullifier > ? and ballot.round_id = ? order by ballot.nullifier limit ${ballotsAtATime}`,
  )
  let after: Uint8Array = Buffer.alloc(0)
  for (;;) {
    const some = query.all(after, round) as BallotForCouncil[]
    yield* some
    if (some.length < ballotsAtATime) return
    after = some.at(-1)!.nullifier
  }
}

/** Counts the ballots of a round. */
export function countBallotsIn(box: Box, round: string): number {
  return sql(box, 'select count(*) from ballot where round_id = ?').pluck().get(round) as number
}
