import { createHash } from 'node:crypto'
import { and, eq, inArray } from 'drizzle-orm'
import { db, issuances, rounds, unitMembers } from '#db'
import { slipMark } from './slips/rules'

/** What a signed-in page asks the browser to do: draw a token for this round, as a member of this unit. */
export type TokenErrand = {
  round: string
  unit: string
  manifestSha256: string
  holder: string
  /** Got a slip instead: there is nothing to draw, and the page says so. */
  slip?: true
}

/**
 * Returns the tokens somebody may draw or has drawn: the browser knows which of them it holds already.
 * Drawing happens on any page, also for people who will never answer, so that it tells nothing about them.
 */
export async function tokenErrands(personId: string): Promise<TokenErrand[]> {
  const rows = await db
    .select({
      round: rounds.id,
      unit: unitMembers.unitId,
      manifest: rounds.manifestSha256,
      salt: unitMembers.salt,
      drawn: issuances.blindedSha256,
    })
    .from(unitMembers)
    .innerJoin(rounds, eq(rounds.id, unitMembers.roundId))
    .leftJoin(issuances, and(eq(issuances.roundId, rounds.id), eq(issuances.personId, unitMembers.personId)))
    .where(and(eq(unitMembers.personId, personId), inArray(rounds.state, ['issuing', 'open'])))
  return rows.map(({ round, unit, manifest, salt, drawn }) => ({
    round,
    unit,
    manifestSha256: manifest!,
    holder: createHash('sha256').update(salt).digest('hex').slice(0, 16),
    ...(drawn === slipMark ? { slip: true } : {}),
  }))
}
