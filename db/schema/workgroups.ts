import { count, day, oneOf, onlyWords, primaryKey, table, text } from '#columns'
import { accounts, bookingKinds } from '~/workgroups/budget/rules'
import { workgroupStates } from '~/workgroups/rules'
import { contracts, offices, seatTraits, shifts } from '~/workgroups/seats/rules'
import { persons } from './people'
import { keptFiles, promises } from './promises'

export const workgroups = table(
  'workgroups',
  {
    id: text().primaryKey(),
    number: count().notNull().unique(),
    name: text().notNull(),
    state: oneOf(workgroupStates).notNull(),
    seats: count().notNull(),
    /** Minutes a week that each member is promised. */
    weeklyMinutes: count().notNull(),
    foundedOn: day().notNull(),
    /** The promise that management does not go on against a veto; a director who overrides one breaks it. */
    vetoPromiseId: text().references(() => promises.id),
  },
  t => [onlyWords('workgroups_state', t.state, workgroupStates)],
)

/** What a group may decide, in the words of each version; all of them stand in the ledger. */
export const mandates = table(
  'mandates',
  {
    workgroupId: text()
      .notNull()
      .references(() => workgroups.id),
    version: count().notNull(),
    words: text().notNull(),
    enteredOn: day().notNull(),
  },
  t => [primaryKey({ columns: [t.workgroupId, t.version] })],
)

/** How many seats at least are for people of a site, a shift or a contract. */
export const seatRules = table(
  'seat_rules',
  {
    workgroupId: text()
      .notNull()
      .references(() => workgroups.id),
    trait: oneOf(seatTraits).notNull(),
    value: text().notNull(),
    atLeast: count().notNull(),
  },
  t => [primaryKey({ columns: [t.workgroupId, t.trait, t.value] }), onlyWords('seat_rules_trait', t.trait, seatTraits)],
)

/** Who offers to sit in a group. The number is what the draw knows of somebody; the name is not drawn. */
export const volunteers = table(
  'volunteers',
  {
    workgroupId: text()
      .notNull()
      .references(() => workgroups.id),
    personId: text()
      .notNull()
      .references(() => persons.id, { onDelete: 'cascade' }),
    number: count(),
    siteId: text().notNull(),
    shift: oneOf(shifts).notNull(),
    contract: oneOf(contracts).notNull(),
  },
  t => [
    primaryKey({ columns: [t.workgroupId, t.personId] }),
    onlyWords('volunteers_shift', t.shift, shifts),
    onlyWords('volunteers_contract', t.contract, contracts),
  ],
)

/** Lots that were or will be drawn: announced first, so that nobody can choose the chance. */
export const draws = table('draws', {
  workgroupId: text()
    .notNull()
    .references(() => workgroups.id),
  /** The ledger entry that announced it, with the list. */
  announcedSeq: count().primaryKey(),
  list: text().notNull(),
  heldOn: day(),
  /** Until the draw is held: the secret half of the house. From then on: the seed made of both halves. */
  seed: text(),
  /** Numbers of those chosen, as JSON. */
  chosen: text(),
})

/** Who sits in a group, from and until when. */
export const groupSeats = table(
  'group_seats',
  {
    workgroupId: text()
      .notNull()
      .references(() => workgroups.id),
    personId: text()
      .notNull()
      .references(() => persons.id),
    office: oneOf(offices).notNull(),
    fromOn: day().notNull(),
    untilOn: day().notNull(),
    leftOn: day(),
  },
  t => [
    primaryKey({ columns: [t.workgroupId, t.personId, t.fromOn] }),
    onlyWords('group_seats_office', t.office, offices),
  ],
)

/** Every movement of a group's money: from one account to another, so that nothing comes from or goes to nowhere. */
export const bookings = table(
  'bookings',
  {
    workgroupId: text()
      .notNull()
      .references(() => workgroups.id),
    /** Runs without gaps; two who book at once would want the same one. */
    number: count().notNull(),
    kind: oneOf(bookingKinds).notNull(),
    fromAccount: oneOf(accounts).notNull(),
    toAccount: oneOf(accounts).notNull(),
    cents: count().notNull(),
    what: text().notNull(),
    bookedOn: day().notNull(),
    corrects: count(),
    proposalId: text(),
    /** The receipt. */
    fileHash: text().references(() => keptFiles.hash),
    fileName: text(),
  },
  t => [
    primaryKey({ columns: [t.workgroupId, t.number] }),
    onlyWords('bookings_kind', t.kind, bookingKinds),
    onlyWords('bookings_from_account', t.fromAccount, accounts),
    onlyWords('bookings_to_account', t.toAccount, accounts),
  ],
)

/** Minutes of a member in a week: promised, rostered, used, and pulled back to the phones. */
export const memberHours = table(
  'member_hours',
  {
    workgroupId: text()
      .notNull()
      .references(() => workgroups.id),
    personId: text()
      .notNull()
      .references(() => persons.id),
    /** ISO week: `2026-W31`. */
    week: text().notNull(),
    promisedMinutes: count().notNull(),
    rosteredMinutes: count().notNull(),
    usedMinutes: count().notNull(),
    pulledBackMinutes: count().notNull(),
  },
  t => [primaryKey({ columns: [t.workgroupId, t.personId, t.week] })],
)
