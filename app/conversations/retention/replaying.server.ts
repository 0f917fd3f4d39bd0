import { inArray, notInArray } from 'drizzle-orm'
import { conversationRecords, conversations, db, developmentPlans, keyWraps, transact } from '#db'
import { addDays, dayIn } from '~/calendar'
import { config } from '~/config.server'
import { destroyedMark, destroyedMarks, lastDestroyedAt } from './destroyed-list.server'
import { destroyRecords, type Ending, inBatches } from './destroying.server'
import { cleanDisk } from './disk.server'
import { daysTold } from './rules'

/**
 * Destroys again what the list says was destroyed: records and plans that came back with an old backup, and those whose
 * destruction a fall cut short. A talk that came back from before its record ends too: else a new record of it would be
 * taken for the old one. Called at the start. What was destroyed lately leaves the disk once more as well.
 */
export async function replayDestroyed(at: Date) {
  const marks = destroyedMarks()
  if (marks.size === 0) return
  const today = dayIn(config.timeZone, at)
  const back = (await thingsKept()).filter(id => marks.has(destroyedMark(id)))
  for (const as of ['withdrawn', 'expired'] as const) {
    const ended = back.filter(id => marks.get(destroyedMark(id)) === as)
    for (const ids of inBatches(ended)) await destroyAgain(ids, { as, on: today })
  }
  const lately = addDays(today, -daysTold) <= dayIn(config.timeZone, lastDestroyedAt()!)
  if (back.length > 0 || lately) await cleanDisk()
}

/** Returns every record and plan of which anything is left, and every talk that did not end. */
async function thingsKept(): Promise<string[]> {
  const hasNotEnded = notInArray(conversations.state, ['withdrawn', 'expired'])
  const [talks, records, wraps, plans] = [
    await db.select({ id: conversations.id }).from(conversations).where(hasNotEnded),
    await db.selectDistinct({ id: conversationRecords.conversationId }).from(conversationRecords),
    await db.selectDistinct({ id: keyWraps.thingId }).from(keyWraps),
    await db.select({ id: developmentPlans.id }).from(developmentPlans),
  ]
  return [...new Set([...talks, ...records, ...wraps, ...plans].map(({ id }) => id))]
}

const destroyAgain = (ids: string[], ending: Ending) =>
  transact(async tx => {
    await tx.delete(developmentPlans).where(inArray(developmentPlans.id, ids))
    await destroyRecords(tx, ids, ending)
  })
