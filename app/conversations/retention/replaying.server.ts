import { inArray } from 'drizzle-orm'
import { compact, conversationRecords, conversations, db, developmentPlans, keyWraps, transact } from '#db'
import { addDays, type Day, dayIn } from '~/calendar'
import { config } from '~/config.server'
import { destroyedMark, destroyedMarks, lastDestroyedAt } from './destroyed-list.server'
import { destroyPlan, destroyRecords, inBatches } from './destroying.server'
import { listKept } from './kept.server'
import { daysTold, retainUntil } from './rules'

/**
 * Destroys again what the list says was destroyed: records and plans that came back with an old backup, and those whose
 * destruction a fall cut short. Called at the start. What was destroyed lately leaves the disk once more as well.
 */
export async function replayDestroyed(at: Date) {
  const marks = destroyedMarks()
  if (marks.size === 0) return
  const today = dayIn(config.timeZone, at)
  const back = (await thingsKept()).filter(id => marks.has(destroyedMark(id)))
  for (const ids of inBatches(back)) await destroyAgain(ids, today)
  const lately = addDays(today, -daysTold) <= dayIn(config.timeZone, lastDestroyedAt()!)
  if (back.length > 0 || lately) await compact()
}

/** Returns every record and plan of which anything is left. */
async function thingsKept(): Promise<string[]> {
  const [records, wraps, plans] = [
    await db.selectDistinct({ id: conversationRecords.conversationId }).from(conversationRecords),
    await db.selectDistinct({ id: keyWraps.thingId }).from(keyWraps),
    await db.select({ id: developmentPlans.id }).from(developmentPlans),
  ]
  return [...new Set([...records, ...wraps, ...plans].map(({ id }) => id))]
}

/** Whether it was withdrawn or had expired is not on the list; a record whose time is over now has expired. */
async function destroyAgain(ids: string[], on: Day) {
  const records = await listKept(inArray(conversations.id, ids), { most: ids.length })
  const expired = records.filter(record => retainUntil(record) < on).map(record => record.conversationId)
  const others = ids.filter(id => !expired.includes(id))
  await transact(async tx => {
    await destroyRecords(tx, expired, { as: 'expired', on })
    await destroyRecords(tx, others, { as: 'withdrawn', on })
    for (const id of others) await destroyPlan(tx, id)
  })
}
