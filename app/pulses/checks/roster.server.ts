import { and, asc, eq, isNull } from 'drizzle-orm'
import { type Db, db, persons, rosterConfirmations, rounds, transact, unitMembers } from '#db'
import { readManifest } from '~/ballot-box/manifest'
import type { Day } from '~/calendar'
import { refuse } from '~/decision'
import { append } from '~/ledger/store.server'
import { fullName, hasRole, type Person } from '~/people/rules'
import { rosterApproved } from '../bearing-witness'
import { todayHere } from '../rounds/store.server'
import { findRound } from '../store.server'
import { confirmLists, type ListsAsk, type RosterLists, rosterConfirmers } from './roster'

/** Finds the lists of a round that has some. */
export async function findLists(roundId: string): Promise<RosterLists | undefined> {
  const round = await findRound(roundId)
  if (!round?.manifest) return undefined
  const { units } = readManifest(Buffer.from(round.manifest))
  const members = await db
    .select({ unitId: unitMembers.unitId, person: persons })
    .from(unitMembers)
    .innerJoin(persons, eq(persons.id, unitMembers.personId))
    .where(eq(unitMembers.roundId, roundId))
    .orderBy(asc(persons.surname), asc(persons.givenName))
  return {
    round: { id: round.id, number: round.number, state: round.state },
    units: units.map(({ id, label, roster, members_root: root }) => ({
      id,
      label,
      roster,
      root,
      names: members.filter(({ unitId }) => unitId === id).map(({ person }) => fullName(person)),
    })),
    confirmedOn: await listsConfirmedOn(roundId),
  }
}

/** Returns the day on which the works council confirmed the lists of a round; nothing as long as it did not. */
export async function listsConfirmedOn(roundId: string, from: Db = db): Promise<Day | null> {
  const [row] = await from
    .select({ on: rosterConfirmations.confirmedOn })
    .from(rosterConfirmations)
    .where(eq(rosterConfirmations.roundId, roundId))
  return row?.on ?? null
}

/** Records that the works council confirmed the lists, together with the entry that says so in public. */
export function recordListsConfirmed(roundId: string, by: Person, at: Date) {
  return transact(async tx => {
    const round = await findRound(roundId, tx)
    if (!round?.manifest) return refuse('noSuchRound')
    const confirmedOn = await listsConfirmedOn(roundId, tx)
    const decision = confirmLists({ state: round.state, isConfirmed: confirmedOn !== null }, by)
    if (!decision.ok) return decision
    await tx.insert(rosterConfirmations).values({ roundId, confirmedBy: by.id, confirmedOn: todayHere(at) })
    await append(tx, rosterApproved(roundId, round.manifestSha256!), at)
    return decision
  })
}

/** Returns the rounds whose lists wait for this reader; once answering has begun it is late to ask. */
export async function listsAsks(person: Pick<Person, 'roles'>): Promise<ListsAsk[]> {
  if (!hasRole(person, rosterConfirmers)) return []
  const rows = await db
    .select({ id: rounds.id, number: rounds.number })
    .from(rounds)
    .leftJoin(rosterConfirmations, eq(rosterConfirmations.roundId, rounds.id))
    .where(and(eq(rounds.state, 'issuing'), isNull(rosterConfirmations.confirmedOn)))
  return rows.map(round => ({ kind: 'lists', round }))
}
