import { and, count, eq, isNull } from 'drizzle-orm'
import { type Db, db, issuances, personRoles, persons, reportingUnits, slipBatches, transact, unitMembers } from '#db'
import { mostSlips, type SlipRefusal, setSlips } from '~/ballot-box/slips/store.server'
import type { Day } from '~/calendar'
import { type Decision, refuse } from '~/decision'
import type { Person } from '~/people/rules'
import { findPerson, requireRole } from '~/people/session.server'
import { ballotBox } from '../ballot-box.server'
import { findRound, listRounds, organisationName } from '../store.server'
import { keepsSlips, type MakeRefusal, makeSlips, type SlipUnit, slipKeepers, slipMark } from './rules'

/** Returns who is signed in when they keep the slips here; answers 403 to anybody else. */
export async function requireSlipKeeper(request: Request): Promise<Person> {
  const person = await requireRole(request, slipKeepers)
  if (keepsSlips(person, await hasWorksCouncil())) return person
  throw new Response(null, { status: 403 })
}

/** Returns whether whoever asks keeps the slips here. */
export async function isSlipKeeper(request: Request): Promise<boolean> {
  const person = await findPerson(request)
  return person !== undefined && keepsSlips(person, await hasWorksCouncil())
}

/** Returns the rounds in which slips can be made or handed out. */
export async function roundsWithSlips() {
  const running = (await listRounds()).filter(({ state }) => state === 'issuing' || state === 'open')
  return running.map(({ id, number, state, opensOn, closesOn }) => ({ id, number, state, opensOn, closesOn }))
}

/** Returns a round with its units and their slips; 404 when there is none. */
export async function slipRound(roundId = '') {
  const round = await findRound(roundId)
  if (!round?.manifest) throw new Response(null, { status: 404 })
  const { id, number, state, opensOn, closesOn, isCouncilHeld } = round
  return {
    id,
    number,
    state,
    isCouncilHeld,
    opensOn,
    closesOn,
    organisation: await organisationName(),
    units: await unitsWithSlips(id),
  }
}

async function unitsWithSlips(roundId: string): Promise<SlipUnit[]> {
  const units = await db
    .select({ id: reportingUnits.unitId, label: reportingUnits.label, roster: reportingUnits.roster })
    .from(reportingUnits)
    .where(eq(reportingUnits.roundId, roundId))
  const counted = units.map(async unit => ({
    ...unit,
    most: mostSlips(unit.roster),
    ...(await slipsIn(db, roundId, unit.id)),
  }))
  const inOrder = new Intl.Collator('nl', { numeric: true })
  return (await Promise.all(counted)).sort((one, other) => inOrder.compare(one.label, other.label))
}

/** Counts the slips of a unit: made, and handed out. */
export async function slipsIn(from: Db, roundId: string, unitId: string) {
  const [batch] = await from
    .select({ made: slipBatches.slips })
    .from(slipBatches)
    .where(and(eq(slipBatches.roundId, roundId), eq(slipBatches.unitId, unitId)))
  const [given] = await from
    .select({ handedOut: count().mapWith(Number) })
    .from(issuances)
    .innerJoin(
      unitMembers,
      and(eq(unitMembers.roundId, issuances.roundId), eq(unitMembers.personId, issuances.personId)),
    )
    .where(and(eq(issuances.roundId, roundId), eq(issuances.blindedSha256, slipMark), eq(unitMembers.unitId, unitId)))
  return { made: batch?.made ?? 0, handedOut: given?.handedOut ?? 0 }
}

type Batch = { roundId: string; unitId: string; hashes: readonly Uint8Array[]; madeOn: Day }

/**
 * Makes the slips of a unit known: their hashes to the ballot box, their number here. No code ever comes here. Slips
 * that were made for the unit before work no more, which is only possible while none is in anybody's hands.
 */
export function bringSlips({ roundId, unitId, hashes, madeOn }: Batch) {
  return transact(async (tx): Promise<Decision<{ slips: number }, MakeRefusal | SlipRefusal>> => {
    const { handedOut } = await slipsIn(tx, roundId, unitId)
    const decision = makeSlips(await findRound(roundId, tx), handedOut)
    if (!decision.ok) return refuse(decision.because)
    const brought = setSlips(ballotBox(), roundId, unitId, hashes)
    if (!brought.ok) return brought
    const { slips } = brought.value
    await tx
      .insert(slipBatches)
      .values({ roundId, unitId, slips, madeOn })
      .onConflictDoUpdate({ target: [slipBatches.roundId, slipBatches.unitId], set: { slips, madeOn } })
    return brought
  })
}

async function hasWorksCouncil(): Promise<boolean> {
  const [member] = await db
    .select({ id: persons.id })
    .from(personRoles)
    .innerJoin(persons, eq(persons.id, personRoles.personId))
    .where(and(eq(personRoles.role, 'worksCouncil'), isNull(persons.leftAt)))
    .limit(1)
  return member !== undefined
}
