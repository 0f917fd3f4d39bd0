import type { Db } from '#db'
import { addDays, type Day } from '~/calendar'
import { membersOf, seatedFrom } from '../members.server'
import type { Workgroup } from '../store.server'
import { isLastMonth } from './rules'

/** From which day on how many seats are free, and who has the others. */
export type Opening = { startOn: Day; free: number; staying: Set<string> }

/**
 * Returns the first day on which a seat is free: today, or in the last month of a term the day after it, so that a group
 * does not stand empty until somebody finds the time.
 */
export async function firstOpening(group: Workgroup, today: Day, from?: Db): Promise<Opening> {
  const ending = (await membersOf(group.id, today, from)).filter(({ untilOn }) => isLastMonth(untilOn, today))
  const days = [today, ...ending.map(({ untilOn }) => addDays(untilOn, 1)).sort()]
  for (const startOn of days) {
    const staying = await seatedFrom(group.id, startOn, from)
    if (staying.size < group.seats) return { startOn, free: group.seats - staying.size, staying }
  }
  return { startOn: today, free: 0, staying: await seatedFrom(group.id, today, from) }
}

/** Returns the term of a member that is in its last month and followed by no other, with the day after it. */
export async function endingTerm(workgroupId: string, personId: string, today: Day, from?: Db) {
  const own = (await membersOf(workgroupId, today, from)).find(({ id }) => id === personId)
  if (!own || !isLastMonth(own.untilOn, today)) return undefined
  const nextOn = addDays(own.untilOn, 1)
  return (await seatedFrom(workgroupId, nextOn, from)).has(personId) ? undefined : { nextOn }
}
