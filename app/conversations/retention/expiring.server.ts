import { and, eq, inArray, isNull, lt, notExists } from 'drizzle-orm'
import { compact, conversationRecords, conversations, db, transact } from '#db'
import { addDays, type Day, dayIn } from '~/calendar'
import { config } from '~/config.server'
import { rememberDestroyed } from './destroyed-list.server'
import { batchSize, destroyRecords, inBatches } from './destroying.server'
import { listKept, type RecordKept } from './kept.server'
import { dropOrphanedDrafts, endReading, forgetLeavers } from './leaving.server'
import { daysForDraft, daysTold, retainUntil } from './rules'

let doneOn: Day | undefined

/** Does what the calendar asks of records and plans: once a day, and at once for whoever left. Called every minute. */
export async function tendRecords(at: Date) {
  const today = dayIn(config.timeZone, at)
  if (doneOn !== today) await expireToday(today)
  else if (await endReading(today)) await compact()
  doneOn = today
}

/** Destroys every record and plan whose time is over, from the tables and from the disk, and what was kept to tell of them. */
export async function expireToday(today: Day) {
  const went = [await endReading(today), await expireRecords(today), await dropOrphanedDrafts(today)]
  const left = [await forgetLeavers(today), await forgetEnded(today)]
  if ([...went, ...left].includes(true)) await compact()
}

/** Destroys the records whose last day is over. @returns whether there were any */
async function expireRecords(today: Day): Promise<boolean> {
  let went = false
  for await (const page of pages()) {
    const due = page.filter(record => retainUntil(record) < today).map(record => record.conversationId)
    for (const ids of inBatches(due)) {
      rememberDestroyed(ids)
      await transact(tx => destroyRecords(tx, ids, { as: 'expired', on: today }))
    }
    went ||= due.length > 0
  }
  return went
}

async function* pages(): AsyncGenerator<RecordKept[]> {
  for (let after: string | undefined = ''; after !== undefined; ) {
    const page = await listKept(undefined, { after })
    yield page
    after = page.at(-1)?.conversationId
  }
}

/**
 * Removes conversations of which nothing is told any more: thirty days after a record ended, and those without a record
 * once they are counted and none can be made any more.
 */
async function forgetEnded(today: Day): Promise<boolean> {
  const ended = lt(conversations.endedOn, addDays(today, -daysTold))
  const record = db.select().from(conversationRecords).where(eq(conversationRecords.conversationId, conversations.id))
  const longHeld = and(isNull(conversations.endedOn), lt(conversations.heldOn, addDays(today, -daysForDraft)))
  const wordless = and(longHeld, eq(conversations.isCounted, true), notExists(record))
  let went = false
  for (const which of [ended, wordless]) {
    for (let ids = await idsOf(which); ids.length > 0; ids = await idsOf(which)) {
      await transact(tx => tx.delete(conversations).where(inArray(conversations.id, ids)))
      went = true
    }
  }
  return went
}

async function idsOf(which: ReturnType<typeof and>): Promise<string[]> {
  const rows = await db.select({ id: conversations.id }).from(conversations).where(which).limit(batchSize)
  return rows.map(({ id }) => id)
}
