import { setImmediate as letOthersGo } from 'node:timers/promises'
import { lt } from 'drizzle-orm'
import { conversations, db, transact } from '#db'
import { addDays, type Day, dayIn } from '~/calendar'
import { config } from '~/config.server'
import { destroyListed, destroyRecords, inBatches } from './destroying.server'
import { cleanDisk, cleanIfDue, cleanSoon } from './disk.server'
import { listKept, type RecordKept } from './kept.server'
import { dropOrphanedDrafts, endReading, endShares, forgetLeavers } from './leaving.server'
import { daysTold, retainUntil } from './rules'

let doneOn: Day | undefined

/** Does what the calendar asks of records and plans: once a day, and at once for whoever left. Called every minute. */
export async function tendRecords(at: Date) {
  const today = dayIn(config.timeZone, at)
  if (doneOn !== today) await expireToday(today)
  else if (await endReading()) cleanSoon()
  await cleanIfDue()
  doneOn = today
}

/** Destroys every record and plan whose time is over, from the tables and from the disk, and what was kept to tell of them. */
export async function expireToday(today: Day) {
  const went = [await endReading(), await goThrough(today), await dropOrphanedDrafts(today)]
  const left = [await forgetLeavers(today), await forgetEnded(today)]
  if ([...went, ...left].includes(true)) await cleanDisk()
}

/** Goes through all records, some at a time, so that nobody else waits for all of them. @returns whether anything went */
async function goThrough(today: Day): Promise<boolean> {
  let went = false
  for await (const page of pages()) {
    const due = page.filter(record => retainUntil(record) < today).map(record => record.conversationId)
    await destroyAll(due, today)
    const hadShares = await endShares([page[0]!.conversationId, page.at(-1)!.conversationId], today)
    went ||= hadShares || due.length > 0
    await letOthersGo()
  }
  return went
}

async function destroyAll(due: readonly string[], today: Day) {
  for (const ids of inBatches(due)) {
    await destroyListed('expired', async tx => {
      await destroyRecords(tx, ids, { as: 'expired', on: today })
      return ids
    })
    await letOthersGo()
  }
}

async function* pages(): AsyncGenerator<RecordKept[]> {
  let page = await listKept(undefined)
  for (; page.length > 0; page = await listKept(undefined, { after: page.at(-1)!.conversationId })) yield page
}

/** Removes what told that a record was withdrawn or expired, thirty days later. @returns whether there was any */
async function forgetEnded(today: Day): Promise<boolean> {
  const ended = lt(conversations.endedOn, addDays(today, -daysTold))
  const [one] = await db.select({ id: conversations.id }).from(conversations).where(ended).limit(1)
  if (one) await transact(tx => tx.delete(conversations).where(ended))
  return one !== undefined
}
