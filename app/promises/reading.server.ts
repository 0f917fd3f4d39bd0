import { asc, desc, eq, inArray, isNotNull, sql } from 'drizzle-orm'
import { type Db, db, keptFiles, promiseEvents, promises, publishedResponses, rounds } from '#db'
import type { Day } from '~/calendar'
import type { KeptFile } from './evidence/kinds'
import { asMade, type PromiseEvent, type PromiseInFull } from './register'
import { judgedNow } from './verdict-reading.server'

type Row = { promise: typeof promises.$inferSelect; roundNumber: number | null }
type EventRow = { event: typeof promiseEvents.$inferSelect; file: Pick<KeptFile, 'kind' | 'byteCount'> | null }

/** Returns every promise as it is today, with its events. */
export async function listPromises(today: Day): Promise<PromiseInFull[]> {
  const rows = await rowsFrom(db).orderBy(asc(promises.number))
  const all = await eventsFrom(db).orderBy(asc(promiseEvents.version))
  const events = new Map<string, EventRow[]>()
  for (const row of all) events.set(row.event.promiseId, [...(events.get(row.event.promiseId) ?? []), row])
  const judged = await judgedNow(db)
  return rows.map(row => inFull(row, events.get(row.promise.id) ?? [], judged, today))
}

/** Finds one promise with all that happened to it. */
export async function findPromise(id: string, today: Day, from: Db = db): Promise<PromiseInFull | undefined> {
  const [row] = await rowsFrom(from).where(eq(promises.id, id))
  if (!row) return undefined
  const theirs = eq(promiseEvents.promiseId, id)
  const events = await eventsFrom(from).where(theirs).orderBy(asc(promiseEvents.version))
  return inFull(row, events, await judgedNow(from), today)
}

/** Returns these promises with all that happened to them, in the order of `ids`. */
export async function promisesWith(ids: readonly string[], today: Day): Promise<PromiseInFull[]> {
  if (ids.length === 0) return []
  const rows = await rowsFrom(db).where(inArray(promises.id, [...ids]))
  const theirs = inArray(promiseEvents.promiseId, [...ids])
  const events = await eventsFrom(db).where(theirs).orderBy(asc(promiseEvents.version))
  const found = new Map(rows.map(row => [row.promise.id, row]))
  const judged = await judgedNow(db)
  return ids.flatMap(id => {
    const row = found.get(id)
    const own = events.filter(({ event }) => event.promiseId === id)
    return row ? inFull(row, own, judged, today) : []
  })
}

/** Promises from answers that are shown at once. */
const mostFromAnswers = 50

/** Returns the latest promises that came from the answer to a round, or to any. */
export async function promisesFrom(today: Day, roundId?: string): Promise<PromiseInFull[]> {
  const came = roundId ? eq(promises.roundId, roundId) : isNotNull(promises.roundId)
  const rows = await db
    .select({ id: promises.id })
    .from(promises)
    .where(came)
    .orderBy(desc(promises.number))
    .limit(mostFromAnswers)
  const ids = rows.map(row => row.id)
  return promisesWith(ids, today)
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

/** Events with what is known of their file; its content stays where it is. */
const eventsFrom = (from: Db) =>
  from
    .select({
      event: promiseEvents,
      file: { kind: keptFiles.kind, byteCount: sql<number>`length(${keptFiles.content})`.mapWith(Number) },
    })
    .from(promiseEvents)
    .leftJoin(keptFiles, eq(keptFiles.hash, promiseEvents.fileHash))

function inFull(
  { promise, roundNumber }: Row,
  rows: EventRow[],
  judged: ReadonlyMap<string, number>,
  today: Day,
): PromiseInFull {
  const { text, why, ownerRole, ownerName, dueOn, scope, exclusions, measure, roundId, ...stored } = promise
  const first = { text, why, ownerRole, ownerName: ownerName ?? '', dueOn, scope, exclusions, measure }
  const round = roundId && roundNumber ? { id: roundId, number: roundNumber } : null
  const events = rows.map(asEvent)
  const number = judged.get(promise.id)
  const judging = number === undefined ? {} : { staffJudgeIn: number }
  return { ...asMade({ ...stored, ...judging, first, round }, events, today), events }
}

function asEvent({ event: { promiseId: _, changed, fileHash, fileName, ...event }, file }: EventRow): PromiseEvent {
  const kept = fileHash && file ? { file: { ...file, hash: fileHash, name: fileName ?? '' } } : {}
  return { ...event, ...(changed ? { changed: JSON.parse(changed) } : {}), ...kept }
}
