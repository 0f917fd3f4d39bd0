import { bytes, count, day, flag, instant, oneOf, onlyWords, primaryKey, table, text } from '#columns'
import { roundStates } from '~/pulses/rules'
import { persons } from './people'

export const rounds = table(
  'rounds',
  {
    id: text().primaryKey(),
    number: count().notNull().unique(),
    state: oneOf(roundStates).notNull(),
    withPilotItem: flag().notNull(),
    issuingFrom: day().notNull(),
    opensOn: day().notNull(),
    closesOn: day().notNull(),
    /** The canonical bytes people answer under, frozen when issuing starts. Text, so that no engine reorders it. */
    manifest: text(),
    manifestSha256: text(),
    /** The ledger entry that announced the manifest. */
    openedSeq: count(),
    /** The frozen tree of reporting units as JSON; the tally walks it at closing. */
    unitTree: text(),
    /** How far a closing got, so that a restart goes on where it stopped. */
    closingStep: text(),
    /** Totals of the round as JSON: issued and ballots, merged until no total is below the threshold. */
    totals: text(),
    resultsSha256: text(),
    receiptsSha256: text(),
    voidReason: text(),
  },
  t => [onlyWords('rounds_state', t.state, roundStates)],
)

export const reportingUnits = table(
  'reporting_units',
  {
    roundId: text()
      .notNull()
      .references(() => rounds.id),
    unitId: text().notNull(),
    label: text().notNull(),
    roster: count().notNull(),
    issueKeySpki: bytes().notNull(),
  },
  t => [primaryKey({ columns: [t.roundId, t.unitId] })],
)

/** Who may draw a token in which unit. Gone when the round closes. */
export const unitMembers = table(
  'unit_members',
  {
    roundId: text()
      .notNull()
      .references(() => rounds.id),
    personId: text()
      .notNull()
      .references(() => persons.id),
    unitId: text().notNull(),
    salt: bytes().notNull(),
  },
  t => [primaryKey({ columns: [t.roundId, t.personId] })],
)

/** That a token was drawn: no time, no token, no ballot. Gone when the round closes; no screen shows it to anyone else. */
export const issuances = table(
  'issuances',
  {
    roundId: text()
      .notNull()
      .references(() => rounds.id),
    personId: text()
      .notNull()
      .references(() => persons.id),
    blindedSha256: text().notNull(),
  },
  t => [primaryKey({ columns: [t.roundId, t.personId] })],
)

/** The only figures that exist after a round: one row per cell and item, in the published bounds. */
export const publishedCells = table(
  'published_cells',
  {
    roundId: text()
      .notNull()
      .references(() => rounds.id),
    cellId: text().notNull(),
    itemId: text().notNull(),
    n: count().notNull(),
    favourableLow: count().notNull(),
    favourableHigh: count().notNull(),
    unfavourableLow: count().notNull(),
    unfavourableHigh: count().notNull(),
  },
  t => [primaryKey({ columns: [t.roundId, t.cellId, t.itemId] })],
)

/** Comments in no order, with no date but the round's and no tie to the figures. */
export const publishedComments = table('published_comments', {
  id: text().primaryKey(),
  roundId: text()
    .notNull()
    .references(() => rounds.id),
  cellId: text().notNull(),
  body: text().notNull(),
})

/** What management does with a result, in public: we heard, we will, we will not because. Never edited. */
export const publishedResponses = table('published_responses', {
  roundId: text()
    .primaryKey()
    .references(() => rounds.id),
  heard: text().notNull(),
  willDo: text().notNull(),
  willNotDo: text().notNull(),
  publishedAt: instant().notNull(),
})
