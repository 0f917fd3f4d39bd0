import { asc, desc, eq, inArray, isNotNull } from 'drizzle-orm'
import { db, promiseEvents, promises } from '#db'
import type { Day } from '~/calendar'
import type { IndexEntry, WordsById } from './finding'
import { feedLength } from './formats'
import { promisesWith } from './reading.server'
import type { PromiseAmended, PromiseStatus } from './words'

/** Returns what must be known of every promise to find, count and order them. It reads no words but those of amendments. */
export async function listIndex(): Promise<IndexEntry[]> {
  const { id, number, status, dueOn, ownerRole, barrier, withdrawalAgreed } = promises
  const rows = await db.select({ id, number, status, dueOn, ownerRole, barrier, withdrawalAgreed }).from(promises)
  const amended = await amendments()
  return rows.map(row => {
    const now = Object.assign({}, ...(amended.get(row.id) ?? [])) as PromiseAmended
    return now.dueOn || now.ownerRole
      ? { ...row, dueOn: now.dueOn ?? row.dueOn, ownerRole: now.ownerRole ?? row.ownerRole }
      : row
  })
}

/** Returns all that can be searched: the first words of every promise, and those of its amendments. */
export async function wordsToSearch(): Promise<WordsById> {
  const { id, text, why, scope, exclusions, measure, place, ownerName } = promises
  const rows = await db.select({ id, text, why, scope, exclusions, measure, place, ownerName }).from(promises)
  const amended = await amendments()
  const said = (row: (typeof rows)[number]) => [row, ...(amended.get(row.id) ?? [])].flatMap(Object.values)
  return new Map(rows.map(row => [row.id, said(row).join('\n')]))
}

/** Returns the promises on which a side last gave its word, the latest first. */
export async function latestWith(statuses: readonly PromiseStatus[], most: number, today: Day) {
  const rows = await db
    .select({ id: promiseEvents.promiseId })
    .from(promiseEvents)
    .innerJoin(promises, eq(promises.id, promiseEvents.promiseId))
    .where(inArray(promises.status, [...statuses]))
    .orderBy(desc(promiseEvents.happenedOn), desc(promises.number))
    .limit(most * 20)
  return promisesWith([...new Set(rows.map(row => row.id))].slice(0, most), today)
}

/** Returns the promises on which something happened last, with all their steps: more than a feed tells. */
export async function latestSteps(today: Day) {
  const rows = await db
    .select({ id: promiseEvents.promiseId })
    .from(promiseEvents)
    .orderBy(desc(promiseEvents.happenedOn))
    .limit(feedLength)
  return promisesWith([...new Set(rows.map(row => row.id))], today)
}

async function amendments(): Promise<Map<string, PromiseAmended[]>> {
  const rows = await db
    .select({ id: promiseEvents.promiseId, changed: promiseEvents.changed })
    .from(promiseEvents)
    .where(isNotNull(promiseEvents.changed))
    .orderBy(asc(promiseEvents.version))
  const found = new Map<string, PromiseAmended[]>()
  for (const { id, changed } of rows) found.set(id, [...(found.get(id) ?? []), JSON.parse(changed!)])
  return found
}
