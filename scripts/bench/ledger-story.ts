import { db, ledgerEdge, transact } from '#db'
import type { LedgerEvent } from '../../app/ledger/entries'
import { append, openLedger } from '../../app/ledger/store.server'

/** Entries written by one transaction while a ledger is prepared; nobody measures that. */
const atATime = 1000

const words = {
  text: 'Iedereen krijgt 8 uur training, in werktijd, voor de proef in het eigen team begint.',
  why: 'Jullie wilden leren, maar niet in je eigen tijd.',
  exclusions: 'Geen diploma, en geen training voor systemen die we nog niet hebben.',
  measure: 'Per team een lijst: 8 uur in het rooster, 8 uur gevolgd.',
  scope: 'Alle teams, ook de avonddienst en uitzendkrachten.',
}

/** The life of a promise, five entries long: made, under way, shown, claimed, and confirmed by the works council. */
const chapters: readonly ((id: string) => LedgerEvent)[] = [
  id => ({ type: 'promise.made', data: { id, ...made }, words }),
  id => ({ type: 'promise.status', data: { id, status: 'underWay' }, words: {} }),
  id => ({ type: 'promise.evidence', data: { id }, words: { note: 'De lijst van deze maand ligt bij de OR.' } }),
  id => ({ type: 'promise.status', data: { id, status: 'claimedKept' }, words: { note: 'Alle teams zijn klaar.' } }),
  id => ({ type: 'promise.closed', data: { id, as: 'kept', by: 'worksCouncil' }, words: { reason: 'Het klopt.' } }),
]
const made = {
  made_on: '2026-01-06',
  due: '2026-06-30',
  entered_later: true,
  owner_role: 'executive',
  about: ['too_old'],
}

/** Returns what stands at a place of an invented ledger; the entry before the first is the opening of the log. */
export function storyEvent(seq: number): LedgerEvent {
  const nth = seq - 1
  return chapters[nth % chapters.length]!(`S-${Math.floor(nth / chapters.length) + 1}`)
}

/** Returns how many entries the ledger has. */
export async function ledgerSize(): Promise<number> {
  const [edge] = await db.select({ size: ledgerEdge.size }).from(ledgerEdge)
  return edge?.size ?? 0
}

/** Fills the ledger up to `size` entries, through the same door as the house. */
export async function fillLedger(size: number) {
  await openLedger(new Date())
  for (let from = await ledgerSize(); from < size; from = await ledgerSize()) {
    const to = Math.min(from + atATime, size)
    await transact(async tx => {
      for (let seq = from; seq < to; seq++) await append(tx, storyEvent(seq), new Date())
    })
  }
}
