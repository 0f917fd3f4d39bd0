import { and, eq, gt, isNull, notInArray } from 'drizzle-orm'
import { db, groupSeats, volunteers, workgroups } from '#db'
import { addDays } from '~/calendar'
import type { Person } from '~/people/rules'
import { todayHere } from '../store.server'
import { newsDays, type SeatAsk } from './asks'
import { offerToSit } from './rules'

/** Returns in which group this person sits since a few days: nobody else would tell them that the lot fell on them. */
export async function newSeats({ id }: Pick<Person, 'id'>, at: Date): Promise<SeatAsk[]> {
  const since = addDays(todayHere(at), -newsDays)
  const own = and(eq(groupSeats.personId, id), isNull(groupSeats.leftOn), gt(groupSeats.fromOn, since))
  const [row] = await db
    .select({ id: workgroups.id, name: workgroups.name })
    .from(groupSeats)
    .innerJoin(workgroups, eq(workgroups.id, groupSeats.workgroupId))
    .where(own)
    .limit(1)
  return row ? [{ kind: 'seatNew', group: row }] : []
}

/** Returns a group that looks for its first members and for which this person did not offer yet. */
export async function freeSeats(person: Pick<Person, 'id' | 'roles'>): Promise<SeatAsk[]> {
  if (!offerToSit(person).ok) return []
  const offered = db.select({ id: volunteers.workgroupId }).from(volunteers).where(eq(volunteers.personId, person.id))
  const [row] = await db
    .select({ id: workgroups.id, name: workgroups.name })
    .from(workgroups)
    .where(and(eq(workgroups.state, 'forming'), notInArray(workgroups.id, offered)))
    .orderBy(workgroups.number)
    .limit(1)
  return row ? [{ kind: 'seatFree', group: row }] : []
}
