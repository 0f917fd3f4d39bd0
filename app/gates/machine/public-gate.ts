import type { Day } from '~/calendar'
import type { Measurement } from '../criteria'
import type { KeyHolder } from '../rules'
import type { VetoState } from '../vetoes'
import type { Reason } from './answer'

/** A criterion as everybody may read it: the words of the group. */
type PublicCriterion = {
  number: number
  measure: string
  unit: string
  direction: 'atLeast' | 'atMost'
  thresholdMilli: number
  minimumVolume: number
}

/** The step that people work on. */
export type PublicStep = {
  targetPct: number
  frozenOn: Day | null
  criteria: readonly PublicCriterion[]
  measurements: readonly Measurement[]
  turned: readonly { holder: KeyHolder; turnedOn: Day }[]
}

/** A veto as everybody may read it. It is the group's; the one name is of a director who set it aside. */
export type PublicVeto = {
  id: string
  state: VetoState
  raisedOn: Day
  targetPct: number
  measure: string
  persuade: string
  signed: { name: string; day: Day; reason: string } | null
}

/** A gate as everybody may read it. */
export type PublicGate = {
  id: string
  name: string
  useCase: string
  workgroup: string
  pct: number
  reasons: readonly Reason[]
  step?: PublicStep
  vetoes: readonly PublicVeto[]
}
