import { desc, like, or } from 'drizzle-orm'
import { db, ledgerEntries, ledgerOpenings } from '#db'
import type { WordsFound } from './erasing.server'
import { type EntryRead, placeOf } from './place'

/** Words on one page of choices. @source our own choice: the words of about five promises */
const mostShown = 50

/** Returns words that could be erased, the latest first: all those of a promise, or those that contain `search`. */
export async function wordsToChoose(search: string): Promise<WordsFound[]> {
  const sought = search.trim().toLowerCase()
  const openings = await db.select().from(ledgerOpenings).orderBy(desc(ledgerOpenings.seq))
  const entries = await entriesWithWords()
  const bySeq = new Map(entries.map(entry => [entry.seq, entry]))
  const fits = ({ seq, text }: (typeof openings)[number]) =>
    sought === '' || bySeq.get(seq)?.data.id?.toLowerCase() === sought || text.toLowerCase().includes(sought)
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

/** Returns the entries that can hold words, the first one first. */
async function entriesWithWords(): Promise<EntryRead[]> {
  const ofKinds = or(...['promise.', 'response.', 'exam.'].map(kind => like(ledgerEntries.bytes, `%"type":"${kind}%`)))
  const rows = await db.select().from(ledgerEntries).where(ofKinds).orderBy(ledgerEntries.seq)
  return rows.map(row => JSON.parse(row.bytes))
}
