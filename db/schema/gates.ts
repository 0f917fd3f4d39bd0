import { bytes, count, day, flag, index, instant, oneOf, onlyWords, primaryKey, table, text } from '#columns'
import { directions, measuredBy } from '~/gates/criteria'
import { phases } from '~/gates/phases'
import { gateKinds, keyHolders } from '~/gates/rules'
import { vetoMovers, vetoStates } from '~/gates/vetoes'
import { keptFiles } from './promises'
import { proposals, workgroups } from './workgroups'

/** One kind of question of customers that an AI may come to answer, and the phase it is in. */
export const useCases = table(
  'use_cases',
  {
    id: text().primaryKey(),
    number: count().notNull().unique(),
    workgroupId: text()
      .notNull()
      .references(() => workgroups.id),
    name: text().notNull(),
    phase: oneOf(phases).notNull(),
    enteredOn: day().notNull(),
  },
  t => [onlyWords('use_cases_phase', t.phase, phases)],
)

/** What a use case showed that a phase had to bring. */
export const phaseOutputs = table(
  'phase_outputs',
  {
    useCaseId: text()
      .notNull()
      .references(() => useCases.id),
    phase: oneOf(phases).notNull(),
    output: text().notNull(),
    proof: text().notNull(),
    shownOn: day().notNull(),
    fileHash: text().references(() => keptFiles.hash),
    fileName: text(),
  },
  t => [primaryKey({ columns: [t.useCaseId, t.phase, t.output] }), onlyWords('phase_outputs_phase', t.phase, phases)],
)

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

export const measurements = table(
  'measurements',
  {
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

export const vetoes = table(
  'vetoes',
  {
    id: text().primaryKey(),
    number: count().notNull().unique(),
    gateId: text()
      .notNull()
      .references(() => gates.id),
    version: count().notNull(),
    criterion: count().notNull(),
    state: oneOf(vetoStates).notNull(),
    raisedOn: day().notNull(),
    answerDueOn: day().notNull(),
    evidence: text().notNull(),
    /** What would change the group's mind. */
    persuade: text().notNull(),
    proposalId: text()
      .notNull()
      .references(() => proposals.id),
  },
  t => [index('vetoes_gate').on(t.gateId), onlyWords('vetoes_state', t.state, vetoStates)],
)

/** Everything that happened to a veto, in order. */
export const vetoMoves = table(
  'veto_moves',
  {
    vetoId: text()
      .notNull()
      .references(() => vetoes.id),
    number: count().notNull(),
    state: oneOf(vetoStates).notNull(),
    side: oneOf(vetoMovers).notNull(),
    movedOn: day().notNull(),
    reason: text().notNull(),
    /** The director who signed with a name. */
    signedBy: text(),
  },
  t => [
    primaryKey({ columns: [t.vetoId, t.number] }),
    onlyWords('veto_moves_state', t.state, vetoStates),
    onlyWords('veto_moves_side', t.side, vetoMovers),
  ],
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
