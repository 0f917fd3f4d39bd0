import { like } from 'drizzle-orm'
import { db, ledgerEntries } from '#db'
import type { Day } from '~/calendar'
import type { Entry } from './entries'

/** Returns the day on which the result of each round entered the ledger: from then on it was there to be read. */
export async function resultDays(): Promise<Map<string, Day>> {
  const lines = await db
    .select({ bytes: ledgerEntries.bytes })
    .from(ledgerEntries)
    .where(like(ledgerEntries.bytes, '%"type":"results.published"%'))
  const entries = lines.map(({ bytes }) => JSON.parse(bytes) as Entry)
  return new Map(entries.flatMap(({ day, data }) => ('round' in data ? [[data.round, day] as const] : [])))
}
