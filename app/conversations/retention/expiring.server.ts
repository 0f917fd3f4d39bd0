import { lt } from 'drizzle-orm'
import { compact, conversations, db, transact } from '#db'
import { addDays, type Day, dayIn } from '~/calendar'
import { config } from '~/config.server'
import { rememberDestroyed } from './destroyed-list.server'
import { destroyRecords, inBatches } from './destroying.server'
import { listKept, type RecordKept } from './kept.server'
import { dropOrphanedDrafts, endReading, forgetLeavers } from './leaving.server'
import { daysTold, retainUntil } from './rules'

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

/** Removes what told that a record was withdrawn or expired, thirty days later. @returns whether there was any */
async function forgetEnded(today: Day): Promise<boolean> {
  const ended = lt(conversations.endedOn, addDays(today, -daysTold))
  const [one] = await db.select({ id: conversations.id }).from(conversations).where(ended).limit(1)
  if (one) await transact(tx => tx.delete(conversations).where(ended))
  return one !== undefined
}
