import { createHash, type KeyObject } from 'node:crypto'
import { and, eq, inArray } from 'drizzle-orm'
import { type Db, db, issuances, reportingUnits, rounds, transact, unitMembers } from '#db'
import { readPrivateKey, readPublicKey, signBlinded } from '~/ballot-box/blind-signing.server'
import { allow, type Decision } from '~/decision'
import { findKey } from '~/keys.server'
import { awaitsWitness } from '~/ledger/awaiting.server'
import { markIssued } from './issued-mark.server'
import { type IssueRefusal, issueToken, type RoundState, type Witnessing } from './rules'
import { together } from './together.server'

export { type TokenErrand, tokenErrands } from './token-errands.server'

/** Requests signed in one transaction. Signing takes a third of a millisecond, so other writers wait about ten. */
const mostTogether = 32

type Asked = { personId: string; roundId: string; blinded: Uint8Array; blindedSha256: string }
type Signed = Decision<{ unit: string; signature: Buffer }, IssueRefusal>

/**
 * Signs a blinded token for somebody on the roster, once.
 *
 * What is signed cannot be recognised later: only its owner can take the blinding off.
 * Requests that arrive together share one write to disk.
 *
 * @throws RangeError when the blinded value does not fit the unit's key
 */
export function issue(personId: string, roundId: string, blinded: Uint8Array): Promise<Signed> {
  const blindedSha256 = createHash('sha256').update(blinded).digest('base64url')
  return signTogether({ personId, roundId, blinded, blindedSha256 })
}

const signTogether = together<Asked, Signed>(mostTogether, async group => {
  const { answers, fresh } = await transact(async tx => {
    const facts = await factsFor(tx, group)
    const answers: (Signed | Error)[] = []
    for (const asked of group) answers.push(await answerTo(asked, facts))
    if (facts.fresh.length > 0) await tx.insert(issuances).values(facts.fresh)
    return { answers, fresh: facts.fresh }
  })
  markIssued(fresh.map(({ roundId }) => roundId))
  return answers
})

type Row = typeof issuances.$inferSelect
type Facts = {
  rounds: Map<string, { state: RoundState } & Witnessing>
  units: Map<string, string>
  issued: Map<string, Row>
  fresh: Row[]
}

const keyOf = ({ roundId, personId }: { roundId: string; personId: string }) => `${roundId}|${personId}`

/** Reads all that a group of requests is decided on. */
async function factsFor(tx: Db, group: Asked[]): Promise<Facts> {
  const roundIds = [...new Set(group.map(({ roundId }) => roundId))]
  const personIds = [...new Set(group.map(({ personId }) => personId))]
  const theirs = (table: typeof unitMembers | typeof issuances) =>
    and(inArray(table.roundId, roundIds), inArray(table.personId, personIds))
  const states = await tx
    .select({ id: rounds.id, state: rounds.state, openedSeq: rounds.openedSeq })
    .from(rounds)
    .where(inArray(rounds.id, roundIds))
  const members = await tx
    .select({ roundId: unitMembers.roundId, personId: unitMembers.personId, unitId: unitMembers.unitId })
    .from(unitMembers)
    .where(theirs(unitMembers))
  const issued = await tx.select().from(issuances).where(theirs(issuances))
  return {
    rounds: new Map(await Promise.all(states.map(round => witnessed(tx, round)))),
    units: new Map(members.map(member => [keyOf(member), member.unitId])),
    issued: new Map(issued.map(row => [keyOf(row), row])),
    fresh: [],
  }
}

/** Adds whether a round waits for a witness; without a witness that is one look at a small table for a whole group. */
async function witnessed(
  tx: Db,
  { id, state, openedSeq }: { id: string; state: RoundState; openedSeq: number | null },
) {
  return [id, { state, awaitsWitness: await awaitsWitness(tx, openedSeq) }] as const
}

/** Decides on one request, knowing what the ones before it in the group got. */
async function answerTo(asked: Asked, { rounds, units, issued, fresh }: Facts): Promise<Signed | Error> {
  const { roundId, personId, blinded, blindedSha256 } = asked
  const unit = units.get(keyOf(asked))
  const decision = issueToken(rounds.get(roundId), unit, issued.get(keyOf(asked)), blindedSha256)
  if (!decision.ok) return decision
  try {
    const signature = sign(await issueKeyOf(roundId, unit!), blinded)
    const row = { roundId, personId, blindedSha256 }
    if (decision.value === 'first') fresh.push(row)
    issued.set(keyOf(asked), row)
    return allow({ unit: unit!, signature })
  } catch (fault) {
    return fault as Error
  }
}

type Pair = { privateKey: KeyObject; publicKey: KeyObject }
const pairs = new Map<string, Pair>()

async function issueKeyOf(roundId: string, unitId: string): Promise<Pair> {
  const name = `${roundId}/${unitId}`
  const known = pairs.get(name)
  if (known) return known
  const [unit] = await db
    .select()
    .from(reportingUnits)
    .where(and(eq(reportingUnits.roundId, roundId), eq(reportingUnits.unitId, unitId)))
  const pkcs8 = findKey(roundId, unitId)
  if (!unit || !pkcs8) throw new Error('the issue key of a unit is missing')
  const pair = { privateKey: readPrivateKey(pkcs8), publicKey: readPublicKey(unit.issueKeySpki) }
  pairs.set(name, pair)
  return pair
}

/** Forgets the keys of a round that this process holds in memory. */
export function forgetIssueKeys(roundId: string) {
  for (const name of pairs.keys()) if (name.startsWith(`${roundId}/`)) pairs.delete(name)
}

function sign(pair: Pair, blinded: Uint8Array): Buffer {
  try {
    return signBlinded(pair.privateKey, pair.publicKey, blinded)
  } catch {
    throw new RangeError('not a blinded token')
  }
}
