import { and, desc, eq } from 'drizzle-orm'
import { db, heldCells, publishedCells, publishedResponses, rounds } from '#db'
import { type Manifest, manifestCode, readManifest } from '~/ballot-box/manifest'
import { dayIn } from '~/calendar'
import { config } from '~/config.server'
import { witnessOfRound } from '~/ledger/awaiting.server'
import { listsConfirmedOn } from '../checks/roster.server'
import { impossibleIn } from '../checks/rules'
import { commentsOf } from '../comments/store.server'
import { type Totals, unitsOfCell } from '../published'
import { findResponse, findRound, listRounds, type RoundRow } from '../store.server'
import type { PublishedCell } from '../tally'
import type { UnitNode } from '../units'
import { figuresShown } from './figures-shown'
import { type HeldFigure, inOrder, type PublishedRound, resultsOf } from './rules'

/** Finds all that was published about a round; nothing before the round is published, whatever is stored already. */
export async function findPublished(roundId: string): Promise<(PublishedRound & { round: RoundRow }) | undefined> {
  const round = await findRound(roundId)
  if (round?.state !== 'published') return undefined
  const { questions } = manifestOf(round)
  const tree = JSON.parse(round.unitTree!) as UnitNode
  const rows = await db.select().from(publishedCells).where(eq(publishedCells.roundId, roundId))
  const totals = JSON.parse(round.totals!) as Totals
  const cells = inOrder(questions, tree, rows.map(asCell))
  return { round, questions, tree, cells, held: await heldIn(roundId), totals }
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

/** Finds what the page of a round shows; nothing before the round is published. */
export async function findResults(roundId: string) {
  const published = await findPublished(roundId)
  if (!published) return undefined
  const { round, tree } = published
  return {
    round: { id: round.id, number: round.number, closesOn: round.closesOn },
    results: resultsOf(published),
    impossible: impossibleIn(published.totals, tree),
    comments: await commentsOf(roundId, tree),
    response: await responseTo(roundId),
    proof: {
      manifestCode: manifestCode(Buffer.from(round.manifestSha256!, 'base64url')),
      figuresSha256: Buffer.from(round.resultsSha256!, 'base64url').toString('hex'),
      witness: await witnessOf(roundId),
      listsConfirmedOn: await listsConfirmedOn(roundId),
    },
  }
}

/** Returns the published rounds, the latest first, with what each one asked. */
export async function listPublished() {
  const published = (await listRounds()).filter(round => round.state === 'published')
  return published.map(round => ({
    id: round.id,
    number: round.number,
    closesOn: round.closesOn,
    hasResponse: round.hasResponse,
    asks: round.asks,
    questions: figuresShown(manifestOf(round).questions).map(({ id, text }) => ({ id, ...text })),
  }))
}

/** Returns what management last said in public about its rounds, the latest first. */
export async function latestResponses(most: number) {
  const rows = await db
    .select({ response: publishedResponses, roundNumber: rounds.number })
    .from(publishedResponses)
    .innerJoin(rounds, eq(rounds.id, publishedResponses.roundId))
    .where(eq(rounds.state, 'published'))
    .orderBy(desc(rounds.number))
    .limit(most)
  return rows.map(({ response, roundNumber }) => ({ roundNumber, ...asRead(response) }))
}

/** Who cosigned that the round stands in the ledger, and on which day. */
async function witnessOf(roundId: string) {
  const witness = await witnessOfRound(roundId)
  return witness ? { name: witness.name, on: dayIn(config.timeZone, witness.at) } : null
}

async function responseTo(roundId: string) {
  const response = await findResponse(roundId)
  return response && asRead(response)
}

const manifestOf = (round: RoundRow): Manifest => readManifest(Buffer.from(round.manifest!))

const asRead = ({ roundId, heard, willDo, willNotDo, publishedAt }: typeof publishedResponses.$inferSelect) => ({
  roundId,
  heard,
  willDo,
  willNotDo,
  publishedOn: dayIn(config.timeZone, publishedAt),
})

const asCell = (row: typeof publishedCells.$inferSelect): PublishedCell => ({
  cellId: row.cellId,
  itemId: row.itemId,
  unitIds: unitsOfCell(row.cellId),
  n: row.n,
  favourable: [row.favourableLow, row.favourableHigh],
  unfavourable: [row.unfavourableLow, row.unfavourableHigh],
})
