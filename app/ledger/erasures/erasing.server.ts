import { and, asc, eq, like } from 'drizzle-orm'
import {
  type Db,
  db,
  examAnswers,
  ledgerEntries,
  ledgerOpenings,
  promiseEvents,
  promises,
  publishedResponses,
} from '#db'
import { blankEntry, fileOfEntry } from './entry-erasing.server'
import { dropUnshown, fileGoing } from './files.server'
import { type EntryRead, type FileGoing, isEntryPlace, placeOf, type WordsPlace } from './place'

/** Words that stand outside the log, where the app keeps the same, and the file that goes with them. */
export type WordsFound = { seq: number; key: string; text: string; place: WordsPlace; file?: FileGoing }

type Named = { seq: number; key: string }

/** Finds words that can be erased; nothing when they are gone, or never were. */
export async function findWords({ seq, key }: Named, from: Db = db): Promise<WordsFound | undefined> {
  const at = and(eq(ledgerOpenings.seq, seq), eq(ledgerOpenings.key, key))
  const [opening] = await from.select({ text: ledgerOpenings.text }).from(ledgerOpenings).where(at)
  const place = opening && (await findPlace({ seq, key }, from))
  return place && { seq, key, text: opening.text, place, file: await findFileOf(place, opening.text, from) }
}

/** Finds the file that goes when the words of a piece of evidence are erased. */
async function findFileOf(place: WordsPlace, text: string, from: Db): Promise<FileGoing | undefined> {
  if (isEntryPlace(place)) return fileOfEntry(from, place, text)
  const event = place.of === 'promise' && place.part === 'note' ? await eventAt(from, place) : undefined
  return event && fileGoing(from, event)
}

/** Returns where the app keeps, or kept, the words of an entry; nothing for what it cannot erase. */
export async function findPlace({ seq, key }: Named, from: Db = db): Promise<WordsPlace | undefined> {
  const [row] = await from.select().from(ledgerEntries).where(eq(ledgerEntries.seq, seq))
  const entry = row && asRead(row.bytes)
  if (!entry) return undefined
  return placeOf(entry, key, entry.data.id === undefined ? [] : await lineOf(entry.data.id, from))
}

/**
 * Blanks words where the app keeps them, inside the transaction that erases them from the ledger.
 *
 * @throws when other words stand there: then nothing is erased rather than half of it
 */
export async function blankWords(tx: Db, { place, text }: WordsFound) {
  if (isEntryPlace(place)) return blankEntry(tx, place, text)
  if ((await keptAt(tx, place)) !== text) throw new Error('the app keeps other words there than the ledger')
  const { id, version, part } = place
  if (place.of === 'exam') return tx.update(examAnswers).set({ body: '' }).where(eq(examAnswers.questionId, id))
  const blank: Record<string, string> = { [part]: '' }
  if (place.of === 'response')
    return tx
      .update(publishedResponses)
      .set(blank as ResponseBlank)
      .where(eq(publishedResponses.roundId, id))
  if (version === 1)
    return tx
      .update(promises)
      .set(blank as PromiseBlank)
      .where(eq(promises.id, id))
  const event = await eventAt(tx, place)
  if (part === 'note') await takeFileFrom(tx, place)
  const set = part === 'note' ? { note: '' } : { changed: JSON.stringify({ ...JSON.parse(event!.changed!), ...blank }) }
  return tx.update(promiseEvents).set(set).where(isEvent(place))
}

/** Takes the file from a piece of evidence, and from the database when no other shows it; the ledger keeps the hash. */
export async function takeFileFrom(tx: Db, place: Pick<WordsPlace, 'id' | 'version'>) {
  const event = await eventAt(tx, place)
  if (!event?.fileHash) return
  await tx.update(promiseEvents).set({ fileHash: null, fileName: null }).where(isEvent(place))
  await dropUnshown(tx, event.fileHash)
}

type ResponseBlank = { heard: string }
type PromiseBlank = { text: string }

/** Returns the words that the app keeps at a place. */
async function keptAt(from: Db, place: WordsPlace): Promise<unknown> {
  if (place.of === 'exam') {
    const [row] = await from.select().from(examAnswers).where(eq(examAnswers.questionId, place.id))
    return row?.body
  }
  if (place.of === 'response') {
    const [row] = await from.select().from(publishedResponses).where(eq(publishedResponses.roundId, place.id))
    return row?.[place.part as keyof typeof row]
  }
  if (place.version === 1) {
    const [row] = await from.select().from(promises).where(eq(promises.id, place.id))
    return row?.[place.part as keyof typeof row]
  }
  const event = await eventAt(from, place)
  return place.part === 'note' ? event?.note : JSON.parse(event?.changed ?? '{}')[place.part]
}

const isEvent = ({ id, version }: Pick<WordsPlace, 'id' | 'version'>) =>
  and(eq(promiseEvents.promiseId, id), eq(promiseEvents.version, version))

async function eventAt(from: Db, place: Pick<WordsPlace, 'id' | 'version'>) {
  const [row] = await from.select().from(promiseEvents).where(isEvent(place))
  return row
}

/** Returns the entries about one promise, the first one first. */
async function lineOf(promiseId: string, from: Db): Promise<EntryRead[]> {
  const named = like(ledgerEntries.bytes, `%"id":${JSON.stringify(promiseId)}%`)
  const rows = await from.select().from(ledgerEntries).where(named).orderBy(asc(ledgerEntries.seq))
  return rows.map(row => asRead(row.bytes)).filter(one => one.type.startsWith('promise.') && one.data.id === promiseId)
}

const asRead = (bytes: string): EntryRead => JSON.parse(bytes)
