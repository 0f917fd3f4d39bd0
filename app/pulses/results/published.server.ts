import { and, eq } from 'drizzle-orm'
import { db, heldCells, publishedCells, rounds } from '#db'
import { type Manifest, readManifest } from '~/ballot-box/manifest'
import { dayIn } from '~/calendar'
import { config } from '~/config.server'
import { type Totals, unitsOfCell } from '../published'
import { findRound, type RoundListed, type RoundRow } from '../store.server'
import type { PublishedCell } from '../tally'
import type { UnitNode } from '../units'
import { type HeldFigure, inOrder, type PublishedRound } from './rules'
import { isKept, maySee, type Reader } from './sight'

type Found = PublishedRound & { round: RoundListed }

/**
 * Finds all that was published about a round and that this reader may see: the one door to published figures.
 * Nothing before the round is published, whatever is stored already; nothing that the works council still reads first.
 */
export async function findPublished(roundId: string, reader?: Reader): Promise<Found | undefined> {
  const round = await findRound(roundId)
  return round && maySee(round, reader, today()) ? readPublished(round) : undefined
}

/** Finds a published round that this reader may not see yet, and from which day everybody may. */
export async function findKept(roundId: string, reader?: Reader) {
  const round = await findRound(roundId)
  if (round?.state !== 'published' || maySee(round, reader, today())) return undefined
  const { id, number, closesOn, embargoUntil } = round
  return { round: { id, number, closesOn }, until: embargoUntil! }
}

/** Returns until when the works council reads a round by itself; nothing when it does not, or no longer. */
export const keptUntil = (round: Pick<RoundListed, 'embargoUntil'>) =>
  isKept(round, today()) ? round.embargoUntil : undefined

const today = () => dayIn(config.timeZone, new Date())

/** Reads all that was published about a round that is known to be public. */
export async function readPublished<Row extends RoundRow>(round: Row): Promise<PublishedRound & { round: Row }> {
  const { questions } = manifestOf(round)
  const tree = JSON.parse(round.unitTree!) as UnitNode
  const rows = await db.select().from(publishedCells).where(eq(publishedCells.roundId, round.id))
  const totals = JSON.parse(round.totals!) as Totals
  const cells = inOrder(questions, tree, rows.map(asCell))
  return { round, questions, tree, cells, held: await heldIn(round.id), totals }
}

/** Returns what was held back in a round, each with the figure about the same units that still stands. */
async function heldIn(roundId: string): Promise<HeldFigure[]> {
  const same = and(
    eq(publishedCells.roundId, heldCells.sinceRoundId),
    eq(publishedCells.cellId, heldCells.sinceCellId),
    eq(publishedCells.itemId, heldCells.itemId),
  )
  const rows = await db
    .select({ held: heldCells, cell: publishedCells, roundNumber: rounds.number })
    .from(heldCells)
    .leftJoin(publishedCells, same)
    .leftJoin(rounds, eq(rounds.id, heldCells.sinceRoundId))
    .where(eq(heldCells.roundId, roundId))
    .orderBy(heldCells.itemId, heldCells.cellId)
  return rows.map(({ held: { cellId, itemId, sinceRoundId, sinceCellId, hadTooFewAnswers }, cell, roundNumber }) => ({
    cellId,
    itemId,
    unitIds: unitsOfCell(cellId),
    hadTooFewAnswers: hadTooFewAnswers ?? undefined,
    ...(sinceRoundId && sinceCellId && cell && roundNumber
      ? { sinceRoundId, sinceCellId, standing: standingFrom(cell, roundNumber) }
      : {}),
  }))
}

/** Only its figure: the units of that round had other numbers. */
function standingFrom(row: typeof publishedCells.$inferSelect, roundNumber: number) {
  const { n, favourable, unfavourable } = asCell(row)
  return { n, favourable, unfavourable, roundNumber }
}

/** Reads what everybody in a round was given. */
export const manifestOf = (round: RoundRow): Manifest => readManifest(Buffer.from(round.manifest!))

const asCell = (row: typeof publishedCells.$inferSelect): PublishedCell => ({
  cellId: row.cellId,
  itemId: row.itemId,
  unitIds: unitsOfCell(row.cellId),
  n: row.n,
  favourable: [row.favourableLow, row.favourableHigh],
  unfavourable: [row.unfavourableLow, row.unfavourableHigh],
})
