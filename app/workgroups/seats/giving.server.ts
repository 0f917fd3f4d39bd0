import { and, eq, isNull } from 'drizzle-orm'
import { type Db, groupSeats, workgroups } from '#db'
import type { Day } from '~/calendar'
import { restingIn, seatedFrom } from '../members.server'
import type { Workgroup } from '../store.server'
import { forgetOffer } from './closing.server'
import { lastDayOf } from './rules'

/** Gives people their seats for a term, and sets the group to work. A seat that rests goes to who comes in its place. */
export async function seat(tx: Db, group: Workgroup, personIds: readonly string[], fromOn: Day) {
  const term = { office: 'member' as const, fromOn, untilOn: lastDayOf(fromOn), leftOn: null }
  const target = [groupSeats.workgroupId, groupSeats.personId, groupSeats.fromOn]
  for (const personId of personIds) {
    const row = { workgroupId: group.id, personId, ...term }
    await tx.insert(groupSeats).values(row).onConflictDoUpdate({ target, set: term })
  }
  if (personIds.length > 0) await tx.update(workgroups).set({ state: 'working' }).where(eq(workgroups.id, group.id))
  await giveUpResting(tx, group, fromOn)
}

async function giveUpResting(tx: Db, group: Workgroup, today: Day) {
  const resting = await restingIn(group.id, today, tx)
  const over = (await seatedFrom(group.id, today, tx)).size + resting.length - group.seats
  for (const { id } of resting.slice(0, Math.max(0, over))) {
    await tx.update(groupSeats).set({ leftOn: today }).where(seatsOf(group.id, id))
    await forgetOffer(tx, group.id, id)
  }
}

/** Finds the seats of somebody in a group that they did not leave. */
export const seatsOf = (workgroupId: string, personId: string) =>
  and(eq(groupSeats.workgroupId, workgroupId), eq(groupSeats.personId, personId), isNull(groupSeats.leftOn))
