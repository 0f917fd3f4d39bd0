import { and, eq } from 'drizzle-orm'
import { type Db, type mandates, proposals, vetoes } from '#db'
import { type Holder, holders } from './entry-holders.server'
import type { EntryPlace } from './entry-places'
import { dropUnshown, fileGoing } from './files.server'

type Row = Record<string, string | null>
type Detail = { persuade?: string; judgements?: { note: string }[] }

/** Returns the file that stands beside the words of an entry, and goes with them. */
export async function fileOfEntry(from: Db, place: EntryPlace, text: string) {
  const [row] = (await rowsAt(from, place)).filter(one => holds(one, place, text))
  return row && fileGoing(from, { fileHash: row.fileHash ?? null, fileName: row.fileName ?? null })
}

/**
 * Blanks the words of an entry in the tables that hold them, with the file beside them.
 *
 * @throws when other words stand there: then nothing is erased rather than half of it
 */
export async function blankEntry(tx: Db, place: EntryPlace, text: string) {
  const holder = holders[`${place.of}.${place.part}`]
  if (holder) await blankColumns(tx, holder, { place, text })
  await blankDetail(tx, place)
}

async function blankColumns(tx: Db, holder: Holder, { place, text }: { place: EntryPlace; text: string }) {
  const rows = await standing(tx, place, text)
  if (rows.length === 0) return
  const table = holder.table as typeof mandates
  const files = rows.flatMap(row => row.fileHash ?? [])
  const set = Object.fromEntries(holder.columns.map(column => [column, '']))
  const noFile = files.length > 0 ? { fileHash: null, fileName: null } : {}
  await tx
    .update(table)
    .set({ ...set, ...noFile } as object)
    .where(whereOf(holder, place, text))
  for (const hash of files) await dropUnshown(tx, hash)
}

/** Finds the rows that still hold the words. Where an entry is the only one of its place, no other words may stand there. */
async function standing(from: Db, place: EntryPlace, text: string): Promise<Row[]> {
  const all = await rowsAt(from, place)
  const same = all.filter(row => holds(row, place, text))
  if (same.length < all.length && !holders[`${place.of}.${place.part}`]?.isWrittenAnew)
    throw new Error('the app keeps other words there than the ledger')
  return same
}

async function rowsAt(from: Db, place: EntryPlace): Promise<Row[]> {
  const holder = holders[`${place.of}.${place.part}`]
  if (!holder) return []
  const table = holder.table as typeof mandates
  return (await from.select().from(table).where(whereOf(holder, place))) as unknown as Row[]
}

function holds(row: Row, { of, part }: EntryPlace, text: string): boolean {
  const holder = holders[`${of}.${part}`]
  return holder?.is === 'composed' || holder?.columns.every(column => row[column] === text) === true
}

/** Names the rows of a place; with `text` only those that hold these words, where they stand as they are. */
function whereOf({ table, by, columns, is }: Holder, { id }: EntryPlace, text?: string) {
  const names = id.split('/')
  const found = by.map((column, nth) =>
    eq(column as typeof mandates.words, (column.dataType === 'number' ? Number(names[nth]) : names[nth]) as string),
  )
  const held = columns.map(column => (table as Record<string, typeof mandates.words>)[column]!)
  return and(...found, ...(text !== undefined && is === 'same' ? held.map(column => eq(column, text)) : []))
}

/** Blanks what a proposal says besides its words, where an entry repeats it: what would persuade, and what was found. */
async function blankDetail(tx: Db, { of, part, id }: EntryPlace) {
  const isAll = of === 'proposal' && part === 'text'
  const [persuades, notes] = [isAll || part === 'persuade', isAll || part === 'notes']
  if (!persuades && !notes) return
  const proposalId = of === 'veto' ? await proposalOf(tx, id) : id
  const own = eq(proposals.id, proposalId)
  const [row] = await tx.select({ detail: proposals.detail }).from(proposals).where(own)
  if (!row?.detail) return
  const detail = JSON.parse(row.detail) as Detail
  if (persuades && detail.persuade) detail.persuade = ''
  if (notes && detail.judgements) detail.judgements = detail.judgements.map(one => ({ ...one, note: '' }))
  await tx
    .update(proposals)
    .set({ detail: JSON.stringify(detail) })
    .where(own)
}

async function proposalOf(tx: Db, vetoId: string): Promise<string> {
  const [row] = await tx.select({ id: vetoes.proposalId }).from(vetoes).where(eq(vetoes.id, vetoId))
  return row?.id ?? ''
}
