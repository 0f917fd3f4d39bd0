import { asc, desc, eq } from 'drizzle-orm'
import { type Db, db, promiseEvents, promises, publishedResponses, rounds } from '#db'
import type { Day } from '~/calendar'
import { asMade, type PromiseEvent, type PromiseInFull } from './register'

type Row = { promise: typeof promises.$inferSelect; roundNumber: number | null }
type EventRow = typeof promiseEvents.$inferSelect

/** Returns every promise as it is today, with its events. */
export async function listPromises(today: Day): Promise<PromiseInFull[]> {
  const rows = await rowsFrom(db).orderBy(asc(promises.number))
  const all = await db.select().from(promiseEvents).orderBy(asc(promiseEvents.version))
  const events = new Map<string, EventRow[]>()
  for (const event of all) events.set(event.promiseId, [...(events.get(event.promiseId) ?? []), event])
  return rows.map(row => inFull(row, events.get(row.promise.id) ?? [], today))
}

/** Finds one promise with all that happened to it. */
export async function findPromise(id: string, today: Day, from: Db = db): Promise<PromiseInFull | undefined> {
  const [row] = await rowsFrom(from).where(eq(promises.id, id))
  if (!row) return undefined
  const theirs = eq(promiseEvents.promiseId, id)
  const events = await from.select().from(promiseEvents).where(theirs).orderBy(asc(promiseEvents.version))
  return inFull(row, events, today)
}

/** Returns what management said it will do after each round, the latest first: the words a promise can come from. */
export async function answersToPromiseFrom() {
  return db
    .select({
      roundId: rounds.id,
      number: rounds.number,
      heard: publishedResponses.heard,
      willDo: publishedResponses.willDo,
      publishedAt: publishedResponses.publishedAt,
    })
    .from(publishedResponses)
    .innerJoin(rounds, eq(rounds.id, publishedResponses.roundId))
    .orderBy(desc(rounds.number))
}

const rowsFrom = (from: Db) =>
  from
    .select({ promise: promises, roundNumber: rounds.number })
    .from(promises)
    .leftJoin(rounds, eq(rounds.id, promises.roundId))

function inFull({ promise, roundNumber }: Row, rows: EventRow[], today: Day): PromiseInFull {
  const { text, why, ownerRole, dueOn, scope, exclusions, measure, roundId, ...stored } = promise
  const first = { text, why, ownerRole, dueOn, scope, exclusions, measure }
  const round = roundId && roundNumber ? { id: roundId, number: roundNumber } : null
  const events = rows.map(asEvent)
  return { ...asMade({ ...stored, first, round }, events, today), events }
}

const asEvent = ({ promiseId: _, changed, ...event }: EventRow): PromiseEvent => ({
  ...event,
  ...(changed ? { changed: JSON.parse(changed) } : {}),
})
