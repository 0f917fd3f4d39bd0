import { createHash, type KeyObject } from 'node:crypto'
import { and, eq, inArray } from 'drizzle-orm'
import { db, issuances, reportingUnits, rounds, transact, unitMembers } from '#db'
import { readPrivateKey, readPublicKey, signBlinded } from '~/ballot-box/blind-signing.server'
import { findKey } from './keys.server'
import { issueToken } from './rules'

/** What a signed-in page asks the browser to do: draw a token for this round, as a member of this unit. */
export type TokenErrand = { round: string; unit: string; manifestSha256: string }

/**
 * Returns the tokens somebody may draw or has drawn: the browser knows which of them it holds already.
 * Drawing happens on any page, also for people who will never answer, so that it tells nothing about them.
 */
export function tokenErrands(personId: string): Promise<TokenErrand[]> {
  return db
    .select({ round: rounds.id, unit: unitMembers.unitId, manifestSha256: rounds.manifestSha256 })
    .from(unitMembers)
    .innerJoin(rounds, eq(rounds.id, unitMembers.roundId))
    .where(and(eq(unitMembers.personId, personId), inArray(rounds.state, ['issuing', 'open']))) as Promise<
    TokenErrand[]
  >
}

/**
 * Signs a blinded token for somebody on the roster, once.
 *
 * What is signed cannot be recognised later: only its owner can take the blinding off.
 *
 * @throws RangeError when the blinded value does not fit the unit's key
 */
export function issue(personId: string, roundId: string, blinded: Uint8Array) {
  const blindedSha256 = createHash('sha256').update(blinded).digest('base64url')
  return transact(async tx => {
    const [round] = await tx.select({ state: rounds.state }).from(rounds).where(eq(rounds.id, roundId))
    const own = (table: typeof unitMembers | typeof issuances) =>
      and(eq(table.roundId, roundId), eq(table.personId, personId))
    const [member] = await tx.select({ unitId: unitMembers.unitId }).from(unitMembers).where(own(unitMembers))
    const [earlier] = await tx.select().from(issuances).where(own(issuances))
    const decision = issueToken(round, member?.unitId, earlier, blindedSha256)
    if (!decision.ok) return decision
    const signature = sign(await issueKeyOf(roundId, member!.unitId), blinded)
    if (decision.value === 'first') await tx.insert(issuances).values({ roundId, personId, blindedSha256 })
    return { ok: true, value: { unit: member!.unitId, signature } } as const
  })
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
