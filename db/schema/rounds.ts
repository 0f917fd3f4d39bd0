import { bytes, count, day, flag, primaryKey, table, text } from '#columns'
import { persons } from './people'
import { rounds } from './pulses'

/** Figures that were counted but not shown: too few answered, or beside an earlier one they could point at who came or left. */
export const heldCells = table(
  'held_cells',
  {
    roundId: text()
      .notNull()
      .references(() => rounds.id),
    cellId: text().notNull(),
    itemId: text().notNull(),
    /** The round whose figure still stands for these units; absent when none does. */
    sinceRoundId: text().references(() => rounds.id),
    /** What that figure's cell is called there: units are numbered anew in each round. */
    sinceCellId: text(),
    /** Whether too few answered for any figure; absent in rounds that were published before this was kept. */
    hadTooFewAnswers: flag(),
  },
  t => [primaryKey({ columns: [t.roundId, t.cellId, t.itemId] })],
)

/**
 * Who stood on the list of a unit in a round whose figures are shown, to compute how many came and left since.
 * It says nothing of who answered; gone as soon as no figure of that round can be compared with any more.
 */
export const rosterMembers = table(
  'roster_members',
  {
    roundId: text()
      .notNull()
      .references(() => rounds.id),
    personId: text().notNull(),
    unitId: text().notNull(),
  },
  t => [primaryKey({ columns: [t.roundId, t.personId] })],
)

/** How many slips were printed for a unit. The codes are on paper, their hashes in the ballot box. */
export const slipBatches = table(
  'slip_batches',
  {
    roundId: text()
      .notNull()
      .references(() => rounds.id),
    unitId: text().notNull(),
    slips: count().notNull(),
    madeOn: day().notNull(),
  },
  t => [primaryKey({ columns: [t.roundId, t.unitId] })],
)

/** That the works council confirmed who is on the lists of a round, and how many. */
export const rosterConfirmations = table('roster_confirmations', {
  roundId: text()
    .primaryKey()
    .references(() => rounds.id),
  confirmedBy: text()
    .notNull()
    .references(() => persons.id),
  confirmedOn: day().notNull(),
})

/** A round whose ballots only the works council can open. Without the two keys it still waits for them. */
export const councilKeys = table('council_keys', {
  roundId: text()
    .primaryKey()
    .references(() => rounds.id),
  /** The public half of the key of the ballot box (RSA-OAEP, SPKI). The other half never comes here. */
  boxKeySpki: bytes(),
  /** The key that will sign the count, as it is printed. */
  signingKey: text(),
  madeOn: day(),
})
