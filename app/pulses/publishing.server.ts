import { createHash } from 'node:crypto'
import { and, count, eq, inArray, lt, type SQL } from 'drizzle-orm'
import {
  type Db,
  heldCells,
  issuances,
  publishedCells,
  publishedComments,
  reportingUnits,
  rosterMembers,
  rounds,
  transact,
  unitMembers,
} from '#db'
import { usedSlipsPerUnit } from '~/ballot-box/slips/count.server'
import type { Day } from '~/calendar'
import { append } from '~/ledger/store.server'
import { recordVerdicts } from '~/promises/verdict-store.server'
import { ballotBox } from './ballot-box.server'
import { resultsPublished } from './bearing-witness'
import { holdComments } from './comments/holds.server'
import { commentRows } from './comments/store.server'
import { forgottenSince } from './disclosure/history.server'
import { resultsText, type Totals, totalsOf } from './published'
import { slipMark } from './slips/rules'
import { findRound } from './store.server'
import type { PublishedCell, Tally } from './tally'

/**
 * Publishes all figures and comments of a round in one go, once, or none of them; with the hash that guards the figures.
 *
 * @param bearWitness what enters the ledger with them
 * @returns whether they were published now
 */
export function publishTally(roundId: string, tally: Tally, bearWitness?: (tx: Db) => Promise<unknown>) {
  return transact(async tx => {
    const [round] = await tx
      .select({ step: rounds.closingStep, closesOn: rounds.closesOn })
      .from(rounds)
      .where(eq(rounds.id, roundId))
    if (round?.step !== 'boxShut') return false
    const slips = {
      used: usedSlipsPerUnit(ballotBox(), roundId),
      handedOut: await issuedPerUnit(tx, roundId, eq(issuances.blindedSha256, slipMark)),
    }
    const totals = totalsOf(tally, await rosterPerUnit(tx, roundId), await issuedPerUnit(tx, roundId), slips)
    for (const cell of tally.cells) await tx.insert(publishedCells).values(asRow(roundId, cell))
    for (const held of tally.held) await tx.insert(heldCells).values({ roundId, ...held })
    await keepRoster(tx, roundId, round.closesOn)
    for (const row of tally.comments.flatMap(cell => commentRows(roundId, cell))) {
      await tx.insert(publishedComments).values(row)
    }
    const resultsSha256 = createHash('sha256')
      .update(resultsText(roundId, { ...tally, totals }))
      .digest('base64url')
    const done = { closingStep: 'counted', totals: JSON.stringify(totals), resultsSha256 }
    await tx.update(rounds).set(done).where(eq(rounds.id, roundId))
    await bearWitness?.(tx)
    return true
  })
}

/**
 * Makes a counted round public, once, together with the entry that guards its figures and receipts, and with what
 * staff found of the promises they were asked about. Its comments wait if somebody reads them first.
 */
export function publishRound(roundId: string, at: Date) {
  return transact(async tx => {
    const round = await findRound(roundId, tx)
    if (round?.state !== 'closed') return
    await tx.update(rounds).set({ state: 'published' }).where(eq(rounds.id, roundId))
    await holdComments(tx, roundId, at)
    await append(tx, resultsPublished(round), at)
    const totals: Totals = JSON.parse(round.totals!)
    await recordVerdicts(tx, { id: roundId, totals }, at)
  })
}

/** Keeps who stood on which list for as long as the figures of this round can be compared with, and no longer. */
async function keepRoster(tx: Db, roundId: string, closesOn: Day) {
  const members = await tx
    .select({ roundId: unitMembers.roundId, personId: unitMembers.personId, unitId: unitMembers.unitId })
    .from(unitMembers)
    .where(eq(unitMembers.roundId, roundId))
  for (const member of members) await tx.insert(rosterMembers).values(member)
  const old = tx
    .select({ id: rounds.id })
    .from(rounds)
    .where(lt(rounds.closesOn, forgottenSince(closesOn)))
  await tx.delete(rosterMembers).where(inArray(rosterMembers.roundId, old))
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

async function rosterPerUnit(tx: Db, roundId: string) {
  const units = await tx.select().from(reportingUnits).where(eq(reportingUnits.roundId, roundId))
  return new Map(units.map(unit => [unit.unitId, unit.roster]))
}

/** Counts what was issued per unit, or only what is of one kind. */
async function issuedPerUnit(tx: Db, roundId: string, kind?: SQL) {
  const rows = await tx
    .select({ unitId: unitMembers.unitId, people: count().mapWith(Number) })
    .from(issuances)
    .innerJoin(
      unitMembers,
      and(eq(unitMembers.roundId, issuances.roundId), eq(unitMembers.personId, issuances.personId)),
    )
    .where(and(eq(issuances.roundId, roundId), kind))
    .groupBy(unitMembers.unitId)
  return new Map(rows.map(row => [row.unitId, row.people]))
}
