import { and, eq, inArray, isNotNull, isNull, lt, or } from 'drizzle-orm'
import { type Db, groupSeats, persons, transact, volunteers } from '#db'
import type { Day } from '~/calendar'
import { refuse } from '~/decision'
import { seatedFrom } from '../members.server'
import { findGroup, todayHere, type Workgroup } from '../store.server'

/**
 * Closes seats whose term is over, or whose holder left the house, and forgets what was known of them as a volunteer:
 * who comes back sits no more, and who wants another term offers again.
 */
export async function closeOver(tx: Db, workgroupId: string, today: Day) {
  const gone = tx.select({ id: persons.id }).from(persons).where(isNotNull(persons.leftAt))
  const over = and(
    eq(groupSeats.workgroupId, workgroupId),
    isNull(groupSeats.leftOn),
    or(lt(groupSeats.untilOn, today), inArray(groupSeats.personId, gone)),
  )
  const seats = await tx.update(groupSeats).set({ leftOn: today }).where(over).returning({ id: groupSeats.personId })
  const staying = await seatedFrom(workgroupId, today, tx)
  for (const { id } of seats) if (!staying.has(id)) await forgetOffer(tx, workgroupId, id)
  const offers = and(eq(volunteers.workgroupId, workgroupId), inArray(volunteers.personId, gone))
  await tx.delete(volunteers).where(offers)
}

/** Forgets that somebody offered to sit. */
export const forgetOffer = (tx: Db, workgroupId: string, personId: string) =>
  tx.delete(volunteers).where(and(eq(volunteers.workgroupId, workgroupId), eq(volunteers.personId, personId)))

/** Works on a group as the only one, after seats whose time is over have fallen free. */
export function inGroup<Done>(id: string, at: Date, work: (tx: Db, group: Workgroup) => Promise<Done>) {
  return transact(async tx => {
    const group = await findGroup(id, tx)
    if (!group) return refuse('noSuchGroup')
    await closeOver(tx, id, todayHere(at))
    return work(tx, group)
  })
}
