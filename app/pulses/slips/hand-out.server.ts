import { and, asc, eq } from 'drizzle-orm'
import { z } from 'zod'
import { db, issuances, persons, transact, unitMembers } from '#db'
import { type Decision, refuse } from '~/decision'
import { fullName } from '~/people/rules'
import { markIssued } from '../issued-mark.server'
import { findRound } from '../store.server'
import { type HandOutRefusal, handOut, type Listed, slipMark } from './rules'
import { slipsIn } from './store.server'

/** Who draws a slip, as the page sends it; nobody when it sends nothing. */
export const handOutForm = z.object({ person: z.string().catch('') })

/**
 * Returns the people of a unit with who got a slip, and nothing else.
 *
 * Who drew a token is not shown. It comes out only for somebody to whom a slip is being handed, because one vote each
 * means that it must: the page then says "no" and not why. That tells the works council that this person was signed in
 * while tokens were given, never whether they answered: a token is drawn on any page, also by those who never answer.
 */
export async function listedIn(roundId: string, unitId: string, search: string): Promise<Listed[]> {
  const slip = and(
    eq(issuances.roundId, unitMembers.roundId),
    eq(issuances.personId, unitMembers.personId),
    eq(issuances.blindedSha256, slipMark),
  )
  const rows = await db
    .select({ person: persons, slip: issuances.personId })
    .from(unitMembers)
    .innerJoin(persons, eq(persons.id, unitMembers.personId))
    .leftJoin(issuances, slip)
    .where(and(eq(unitMembers.roundId, roundId), eq(unitMembers.unitId, unitId)))
    .orderBy(asc(persons.surname), asc(persons.givenName), asc(persons.id))
  const listed = rows.map(({ person, slip }) => ({ id: person.id, name: fullName(person), hasSlip: slip !== null }))
  return listed.filter(({ name }) => plain(name).includes(plain(search)))
}

/**
 * Records that somebody drew a slip from the bowl: from now on no token is signed for them in this round. It says who
 * got a slip, never which one, so it cannot be taken back.
 */
export async function giveSlip(roundId: string, personId: string) {
  const given = await transact(async (tx): Promise<Decision<'first' | 'again', HandOutRefusal>> => {
    const theirs = (table: typeof unitMembers | typeof issuances) =>
      and(eq(table.roundId, roundId), eq(table.personId, personId))
    const [member] = await tx.select({ unitId: unitMembers.unitId }).from(unitMembers).where(theirs(unitMembers))
    const [earlier] = await tx.select().from(issuances).where(theirs(issuances))
    const counts = member ? await slipsIn(tx, roundId, member.unitId) : { made: 0, handedOut: 0 }
    const facts = { isListed: member !== undefined, earlier, ...counts }
    const decision = handOut(await findRound(roundId, tx), facts)
    if (!decision.ok) return refuse(decision.because)
    if (decision.value === 'first') await tx.insert(issuances).values({ roundId, personId, blindedSha256: slipMark })
    return decision
  })
  // A database that is turned back later must not give this person a token as well.
  if (given.ok && given.value === 'first') markIssued([roundId])
  return given
}

/** Writes a name so that it is found without accents and capitals. */
const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim()
