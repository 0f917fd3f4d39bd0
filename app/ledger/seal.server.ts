import { and, eq } from 'drizzle-orm'
import { db, ledgerEntries, ledgerOpenings } from '#db'
import { commitTo } from './commitments'
import type { Entry } from './entries'
import type { Seal } from './seal'

/** Holds words that the app shows against the hash with which they were entered. */
export async function sealOf(seq: number, key: string, text: string): Promise<Seal> {
  const [row] = await db.select({ bytes: ledgerEntries.bytes }).from(ledgerEntries).where(eq(ledgerEntries.seq, seq))
  const [opening] = await db
    .select({ salt: ledgerOpenings.salt })
    .from(ledgerOpenings)
    .where(and(eq(ledgerOpenings.seq, seq), eq(ledgerOpenings.key, key)))
  const entry: Entry | undefined = row && JSON.parse(row.bytes)
  const hash = entry?.commit?.[key] ?? ''
  return {
    seq,
    day: entry?.day,
    hash,
    isWhole: opening !== undefined && commitTo(Buffer.from(opening.salt, 'hex'), text) === hash,
  }
}
