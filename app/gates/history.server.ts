import { asc, inArray, like, or } from 'drizzle-orm'
import { db, ledgerEntries, ledgerOpenings } from '#db'
import type { Entry } from '~/ledger/entries'
import type { GateEvent } from './headline'
import type { GateShown } from './shown'

/** Returns everything that stands in the ledger about a gate and its vetoes, the last first. */
export async function historyOf({ id, steps }: Pick<GateShown, 'id' | 'steps'>): Promise<GateEvent[]> {
  const vetoes = steps.flatMap(step => step.vetoes).map(veto => `%"id":"${veto.id}"%"type":"veto.moved"%`)
  const about = [`%"gate":"${id}"%`, ...vetoes].map(pattern => like(ledgerEntries.bytes, pattern))
  const lines = await db
    .select({ bytes: ledgerEntries.bytes })
    .from(ledgerEntries)
    .where(or(...about))
    .orderBy(asc(ledgerEntries.seq))
  const entries = lines.map(({ bytes }) => JSON.parse(bytes) as Entry)
  const reasons = await reasonsOf(entries.map(({ seq }) => seq))
  return entries.map(({ seq, day, type, data }) => ({ seq, day, type, data, reason: reasons.get(seq) })).reverse()
}

/** Reads the words outside the log; what is left out or was erased has none. */
async function reasonsOf(seqs: readonly number[]): Promise<Map<number, string>> {
  if (seqs.length === 0) return new Map()
  const rows = await db
    .select()
    .from(ledgerOpenings)
    .where(inArray(ledgerOpenings.seq, [...seqs]))
  return new Map(rows.filter(({ key }) => key === 'reason').map(({ seq, text }) => [seq, text]))
}
