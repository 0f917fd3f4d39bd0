import type { Day } from '~/calendar'
import type { Direction, MeasuredBy, Measurement } from './criteria'
import type { Phase } from './phases'
import type { Gate, GateKind, KeyHolder, Step } from './rules'
import type { VetoState } from './vetoes'

// A gate as pages and programs read it.

/** A criterion with its words. */
export type CriterionShown = {
  number: number
  measure: string
  unit: string
  direction: Direction
  thresholdMilli: number
  source: string
  minimumVolume: number
}
/** A key that is turned. */
export type KeyTurned = {
  holder: KeyHolder
  turnedOn: Day
  reason: string
  proposalId: string | null
  file?: { hash: string; name: string }
}
/** A measurement with how and when it came in. */
export type MeasurementShown = Measurement & { id: string; way: MeasuredBy; enteredOn: Day }
/** A veto against a criterion of a step. */
export type VetoShown = { id: string; criterion: number; state: VetoState; raisedOn: Day; answerDueOn: Day }
/** A step with everything about it. */
export type StepShown = Omit<Step, 'vetoes'> & {
  measuringFrom: Day | null
  /** When the group judged it last, whatever it found. */
  judgedOn: Day | null
  criteria: CriterionShown[]
  measurements: MeasurementShown[]
  turned: KeyTurned[]
  vetoes: VetoShown[]
}
/** A gate with all its steps, and the use case and group it belongs to. */
export type GateShown = Omit<Gate, 'steps'> & {
  id: string
  name: string
  kind: GateKind
  phase: Phase
  useCaseId: string
  useCase: string
  workgroupId: string
  workgroup: string
  steps: StepShown[]
}
