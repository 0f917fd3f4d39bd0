import { createHash } from 'node:crypto'
import { fromBase64url } from './bytes'
import { readManifest } from './manifest'
import { atomically, type Box, sql } from './open-box.server'
import { shuffledPlaces } from './shuffle.server'
import { type Beside, keepBeside } from './slips/count.server'

export { type Box, openBox } from './open-box.server'

export type RoundState = 'issuing' | 'open' | 'closed' | 'void'
export type BoxRound = {
  round: string
  state: RoundState
  manifest: Buffer
  manifestSha256: string
  receipts: string | null
}
export type Ballot = { nullifier: Uint8Array; round: string; unit: string; sealed: Uint8Array } & Beside
export type CastOutcome = 'accepted' | 'same' | 'other' | 'notOpen'

const mayBecome: Record<RoundState, readonly RoundState[]> = {
  issuing: ['open', 'closed', 'void'],
  open: ['closed', 'void'],
  closed: ['void'],
  void: [],
}

/** Ballots read at a time, so that reading a closed round never holds up the casting in another. */
const ballotsAtATime = 200

/**
 * Makes a round known to the box; repeating it changes nothing.
 *
 * @throws when the bytes are not a manifest, or the round is known with another one
 */
export function announceRound(box: Box, manifestBytes: Uint8Array, state: RoundState = 'issuing') {
  const manifest = readManifest(manifestBytes)
  const bytes = Buffer.from(manifestBytes)
  const hash = createHash('sha256').update(bytes).digest('base64url')
  atomically(box, () => {
    const known = roundOf(box, manifest.round)
    if (known && known.manifestSha256 !== hash) throw new Error('round known with another manifest')
    if (known) return
    sql(box, 'insert into box_round values (?, ?, ?, ?, null)').run(manifest.round, state, bytes, hash)
    const addUnit = sql(box, 'insert into box_unit values (?, ?, ?)')
    for (const unit of manifest.units) addUnit.run(manifest.round, unit.id, fromBase64url(unit.issue_key_spki))
  })
}

/**
 * Moves a round forwards; repeating it changes nothing.
 *
 * @throws when the round is unknown, or would open again
 */
export function setRoundState(box: Box, round: string, state: RoundState) {
  atomically(box, () => {
    const now = stateOf(box, round)
    if (!now) throw new Error('unknown round')
    if (now === state) return
    if (!mayBecome[now].includes(state)) throw new Error(`a round does not go from ${now} to ${state}`)
    sql(box, 'update box_round set state = ? where round_id = ?').run(state, round)
  })
}

/** Returns what the box knows of a round. */
export function roundOf(box: Box, round: string): BoxRound | undefined {
  const columns = 'round_id round, state, manifest, manifest_sha256 manifestSha256, receipts'
  return sql(box, `select ${columns} from box_round where round_id = ?`).get(round) as BoxRound | undefined
}

/** Returns the state of a round. */
export function stateOf(box: Box, round: string): RoundState | undefined {
  return sql(box, 'select state from box_round where round_id = ?').pluck().get(round) as RoundState | undefined
}

/** Returns the public key (SPKI) that tokens of one unit are signed with. */
export function issueKeyOf(box: Box, round: string, unit: string): Buffer | undefined {
  const query = sql(box, 'select issue_spki from box_unit where round_id = ? and unit_id = ?').pluck()
  return query.get(round, unit) as Buffer | undefined
}

/**
 * Puts ballots in the box: all of them are on disk when this returns, or none.
 *
 * They go in shuffled, so that nothing on disk tells who came first. The first ballot of a token counts.
 *
 * @returns per ballot, in the order given, what became of it
 */
export function castMany(box: Box, ballots: readonly Ballot[]): CastOutcome[] {
  return atomically(box, () => {
    const outcomes = new Array<CastOutcome>(ballots.length)
    for (const at of shuffledPlaces(ballots.length)) outcomes[at] = cast(box, ballots[at]!)
    return outcomes
  })
}

function cast(box: Box, ballot: Ballot): CastOutcome {
  const { nullifier, round, unit, sealed } = ballot
  const added = sql(box, insertIfOpen).run(nullifier, round, unit, sealed, round)
  if (added.changes === 1) return keepBeside(box, ballot)
  if (stateOf(box, round) !== 'open') return 'notOpen'
  const kept = sql(box, 'select sealed from ballot where nullifier = ?').pluck().get(nullifier) as Buffer
  return kept.equals(sealed) ? 'same' : 'other'
}

const insertIfOpen = `insert into ballot select ?, ?, ?, ? from box_round where round_id = ? and state = 'open'
  on conflict do nothing`

/** Reads the ballots of a round in the order of their nullifiers, which is no order at all. */
export function* ballotsOf(box: Box, round: string): Generator<Ballot> {
  const query = sql(
    box,
    `select nullifier, round_id round, unit_id unit, sealed from ballot
    where nullifier > ? and round_id = ? order by nullifier limit ${ballotsAtATime}`,
  )
  let after: Uint8Array = Buffer.alloc(0)
  for (;;) {
    const some = query.all(after, round) as Ballot[]
    yield* some
    if (some.length < ballotsAtATime) return
    after = some.at(-1)!.nullifier
  }
}

/** Counts the ballots of a round per unit; units without any are absent. */
export function countPerUnit(box: Box, round: string): Map<string, number> {
  const query = sql(box, 'select unit_id, count(*) from ballot where round_id = ? group by unit_id').raw()
  return new Map(query.all(round) as [string, number][])
}

/**
 * Erases the ballots of a closed round beyond recovery and leaves the sorted receipts. The first list stands, so
 * repeating it is harmless.
 *
 * @throws when the round has not closed
 */
export function purgeRound(box: Box, round: string, receipts: readonly string[]) {
  atomically(box, () => {
    const state = stateOf(box, round)
    if (state !== 'closed' && state !== 'void') throw new Error('only a closed round is purged')
    const list = [...receipts]
      .sort()
      .map(receipt => `${receipt}\n`)
      .join('')
    sql(box, 'update box_round set receipts = coalesce(receipts, ?) where round_id = ?').run(list, round)
    for (const table of ['ballot', 'slip', 'slip_count', 'ballot_token'])
      sql(box, `delete from ${table} where round_id = ?`).run(round)
  })
  box.exec('vacuum')
}
