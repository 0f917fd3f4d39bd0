import { bytes, count, day, flag, index, instant, oneOf, onlyWords, primaryKey, table, text } from '#columns'
import { directions, measuredBy } from '~/gates/criteria'
import { gateKinds, keyHolders } from '~/gates/rules'
import { proposals } from './group-votes'
import { keptFiles } from './promises'
import { useCases } from './use-cases'

export const gates = table(
  'gates',
  {
    id: text().primaryKey(),
    number: count().notNull().unique(),
    useCaseId: text()
      .notNull()
      .references(() => useCases.id),
    kind: oneOf(gateKinds).notNull(),
    name: text().notNull(),
  },
  t => [onlyWords('gates_kind', t.kind, gateKinds)],
)

/** A share of customers the gate may be opened to, with criteria that are fixed before measuring. */
export const gateSteps = table(
  'gate_steps',
  {
    gateId: text()
      .notNull()
      .references(() => gates.id),
    version: count().notNull(),
    targetPct: count().notNull(),
    frozenOn: day(),
    measuringFrom: day(),
    isJudgedGood: flag().notNull(),
    judgedOn: day(),
    openedOn: day(),
  },
  t => [primaryKey({ columns: [t.gateId, t.version] })],
)

/** One bar that is set before the test. */
export const criteria = table(
  'criteria',
  {
    gateId: text().notNull(),
    version: count().notNull(),
    number: count().notNull(),
    measure: text().notNull(),
    unit: text().notNull(),
    direction: oneOf(directions).notNull(),
    /** In thousandths of the unit. */
    thresholdMilli: count().notNull(),
    source: text().notNull(),
    /** Measured cases below which nothing is said. */
    minimumVolume: count().notNull(),
  },
  t => [
    primaryKey({ columns: [t.gateId, t.version, t.number] }),
    onlyWords('criteria_direction', t.direction, directions),
  ],
)

/** A program that may send measurements of a gate. The secret that signs them rests encrypted. */
export const gateMeters = table('gate_meters', {
  id: text().primaryKey(),
  gateId: text()
    .notNull()
    .references(() => gates.id),
  name: text().notNull(),
  sealedSecret: bytes().notNull(),
  addedOn: day().notNull(),
  removedOn: day(),
})

export const measurements = table(
  'measurements',
  {
    /** Of a program: the number of its message, so that one that is sent again is not counted again. */
    id: text().primaryKey(),
    gateId: text().notNull(),
    version: count().notNull(),
    criterion: count().notNull(),
    fromOn: day().notNull(),
    untilOn: day().notNull(),
    valueMilli: count().notNull(),
    volume: count().notNull(),
    way: oneOf(measuredBy).notNull(),
    enteredOn: day().notNull(),
  },
  t => [index('measurements_step').on(t.gateId, t.version), onlyWords('measurements_way', t.way, measuredBy)],
)

/** Which key of a step is turned, and since when. A key that is turned back has no row. */
export const gateKeys = table(
  'gate_keys',
  {
    gateId: text().notNull(),
    version: count().notNull(),
    holder: oneOf(keyHolders).notNull(),
    turnedOn: day().notNull(),
    reason: text().notNull(),
    proposalId: text().references(() => proposals.id),
    fileHash: text().references(() => keptFiles.hash),
    fileName: text(),
  },
  t => [primaryKey({ columns: [t.gateId, t.version, t.holder] }), onlyWords('gate_keys_holder', t.holder, keyHolders)],
)

/** A program that is told when a gate moves. The secret that signs what it is sent rests encrypted. */
export const gateListeners = table('gate_listeners', {
  id: text().primaryKey(),
  gateId: text()
    .notNull()
    .references(() => gates.id),
  address: text().notNull(),
  sealedSecret: bytes().notNull(),
  addedOn: day().notNull(),
})

/** What a listener is still to be told; tried again until it answers. */
export const gateDeliveries = table(
  'gate_deliveries',
  {
    id: text().primaryKey(),
    listenerId: text()
      .notNull()
      .references(() => gateListeners.id, { onDelete: 'cascade' }),
    body: text().notNull(),
    attempts: count().notNull(),
    nextAt: instant().notNull(),
    deliveredAt: instant(),
  },
  t => [index('gate_deliveries_next').on(t.nextAt)],
)
