import { desc, inArray, like, or } from 'drizzle-orm'
import { db, ledgerEntries, ledgerOpenings } from '#db'
import { entryPlaces } from './entry-places'
import { findPlace, type WordsFound } from './erasing.server'
import { type EntryRead, placeOf, type WordsPlace } from './place'

/** Words on one page of choices. @source our own choice: the words of about five promises */
const mostShown = 50

/** Returns words that could be erased, the latest first: all those of a promise, or those that contain `search`. */
export async function wordsToChoose(search: string): Promise<WordsFound[]> {
  const sought = search.trim().toLowerCase()
  const openings = await db.select().from(ledgerOpenings).orderBy(desc(ledgerOpenings.seq))
  const entries = await entriesWithWords()
  const bySeq = new Map(entries.map(entry => [entry.seq, entry]))
  const fits = ({ seq, text }: (typeof openings)[number]) =>
    sought === '' || isAbout(bySeq.get(seq), sought) || text.toLowerCase().includes(sought)
  return openings
    .filter(fits)
    .slice(0, mostShown)
    .flatMap(({ seq, key, text }) => {
      const entry = bySeq.get(seq)
      const line = entries.filter(one => one.data.id !== undefined && one.data.id === entry?.data.id)
      const place = entry && placeOf(entry, key, line)
      return place ? { seq, key, text, place } : []
    })
}

/** Whether an entry says by a name what it is about: a promise, a group, a gate, a veto. */
const isAbout = (entry: EntryRead | undefined, sought: string) =>
  Object.values(entry?.data ?? {}).some(name => typeof name === 'string' && name.toLowerCase() === sought)

/** Returns which words of these entries stand and can be erased. */
export async function erasableIn(seqs: readonly number[]): Promise<{ seq: number; key: string; place: WordsPlace }[]> {
  if (seqs.length === 0) return []
  const { seq, key } = ledgerOpenings
  const standing = await db
    .select({ seq, key })
    .from(ledgerOpenings)
    .where(inArray(seq, [...seqs]))
  const places = await Promise.all(standing.map(async words => ({ ...words, place: await findPlace(words) })))
  return places.flatMap(({ place, ...words }) => (place ? [{ ...words, place }] : []))
}

/** Returns the entries that can hold words, the first one first. */
async function entriesWithWords(): Promise<EntryRead[]> {
  const kinds = ['promise.', 'response.', 'exam.', ...Object.keys(entryPlaces)]
  const ofKinds = or(...kinds.map(kind => like(ledgerEntries.bytes, `%"type":"${kind}%`)))
  const rows = await db.select().from(ledgerEntries).where(ofKinds).orderBy(ledgerEntries.seq)
  return rows.map(row => JSON.parse(row.bytes))
}
