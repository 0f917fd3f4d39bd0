import { desc, inArray, lt } from 'drizzle-orm'
import { db, ledgerEntries, rounds } from '#db'
import type { Entry } from './entries'
import type { EntryRow } from './entry-words'

/** Returns the last entries before one of them, the newest first, and whether there are older ones still. */
export async function entriesBefore(before: number | undefined, atMost: number) {
  const lines = await db
    .select({ bytes: ledgerEntries.bytes })
    .from(ledgerEntries)
    .where(before === undefined ? undefined : lt(ledgerEntries.seq, before))
    .orderBy(desc(ledgerEntries.seq))
    .limit(atMost + 1)
  const entries = lines.slice(0, atMost).map(line => JSON.parse(line.bytes) as Entry)
  return { entries: await withRoundNumbers(entries), hasOlder: lines.length > atMost }
}

async function withRoundNumbers(entries: Entry[]): Promise<EntryRow[]> {
  const ids = [...new Set(entries.flatMap(({ data }) => ('round' in data ? [data.round] : [])))]
  const known = ids.length === 0 ? [] : await db.select().from(rounds).where(inArray(rounds.id, ids))
  const numbers = new Map(known.map(round => [round.id, round.number]))
  return entries.map(({ seq, day, type, data }) => {
    const roundNumber = 'round' in data ? numbers.get(data.round) : undefined
    return { seq, day, type, data, ...(roundNumber === undefined ? {} : { roundNumber }) }
  })
}
