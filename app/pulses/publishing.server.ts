import { createHash, randomBytes } from 'node:crypto'
import { and, count, eq } from 'drizzle-orm'
import {
  type Db,
  issuances,
  publishedCells,
  publishedComments,
  reportingUnits,
  rounds,
  transact,
  unitMembers,
} from '#db'
import { append } from '~/ledger/store.server'
import { recordVerdicts } from '~/promises/verdict-store.server'
import { resultsPublished } from './bearing-witness'
import type { CommentCell } from './comments'
import { resultsText, type Totals, totalsOf } from './published'
import { findRound } from './store.server'
import type { PublishedCell, Tally } from './tally'

/** Publishes all figures and comments of a round in one go, once, or none of them; with the hash that guards the figures. */
export function publishTally(roundId: string, tally: Tally) {
  return transact(async tx => {
    const [round] = await tx.select({ step: rounds.closingStep }).from(rounds).where(eq(rounds.id, roundId))
    if (round?.step !== 'boxShut') return
    const totals = totalsOf(tally, await rosterPerUnit(tx, roundId), await issuedPerUnit(tx, roundId))
    for (const cell of tally.cells) await tx.insert(publishedCells).values(asRow(roundId, cell))
    for (const row of tally.comments.flatMap(cell => commentRows(roundId, cell))) {
      await tx.insert(publishedComments).values(row)
    }
    const resultsSha256 = createHash('sha256')
      .update(resultsText(roundId, tally.cells, totals))
      .digest('base64url')
    const done = { closingStep: 'counted', totals: JSON.stringify(totals), resultsSha256 }
    await tx.update(rounds).set(done).where(eq(rounds.id, roundId))
  })
}

/**
 * Makes a counted round public, once, together with the entry that guards its figures and receipts, and with what
 * staff found of the promises they were asked about.
 */
export function publishRound(roundId: string, at: Date) {
  return transact(async tx => {
    const round = await findRound(roundId, tx)
    if (round?.state !== 'closed') return
    await tx.update(rounds).set({ state: 'published' }).where(eq(rounds.id, roundId))
    await append(tx, resultsPublished(round), at)
    const { roster }: Totals = JSON.parse(round.totals!)
    await recordVerdicts(tx, { id: roundId, roster }, at)
  })
}

const asRow = (roundId: string, { cellId, itemId, n, favourable, unfavourable }: PublishedCell) => ({
  roundId,
  cellId,
  itemId,
  n,
  favourableLow: favourable[0],
  favourableHigh: favourable[1],
  unfavourableLow: unfavourable[0],
  unfavourableHigh: unfavourable[1],
})

const commentRows = (roundId: string, { cellId, bodies }: CommentCell) =>
  bodies.map(body => ({ id: randomBytes(16).toString('hex'), roundId, cellId, body }))

async function rosterPerUnit(tx: Db, roundId: string) {
  const units = await tx.select().from(reportingUnits).where(eq(reportingUnits.roundId, roundId))
  return new Map(units.map(unit => [unit.unitId, unit.roster]))
}

async function issuedPerUnit(tx: Db, roundId: string) {
  const rows = await tx
    .select({ unitId: unitMembers.unitId, people: count().mapWith(Number) })
    .from(issuances)
    .innerJoin(
      unitMembers,
      and(eq(unitMembers.roundId, issuances.roundId), eq(unitMembers.personId, issuances.personId)),
    )
    .where(eq(issuances.roundId, roundId))
    .groupBy(unitMembers.unitId)
  return new Map(rows.map(row => [row.unitId, row.people]))
}
