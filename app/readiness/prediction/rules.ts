import { allow, type Decision, refuse } from '~/decision'
import type { Role } from '~/people/rules'
import type { RoundKind } from '~/pulses/drafting/rules'
import type { RoundState } from '~/pulses/rules'
import { isBeforeAnswers } from '../self-check/rules'

/** Who may say beforehand, for themselves only, what they expect of their own team. */
export const predictors = ['teamLead'] as const satisfies readonly Role[]

/** Of ten colleagues in the own team, how many meet a high barrier; by barrier. */
export type Prediction = Readonly<Record<string, number>>

export type PredictionRefusal = 'nothingToExpect' | 'expectationTooLate'

/** Decides whether somebody may still say what they expect: of a check, and only until staff can answer. */
export function predict(round: { state: RoundState; asks: RoundKind }): Decision<'predicted', PredictionRefusal> {
  if (round.asks === 'pulse') return refuse('nothingToExpect')
  return isBeforeAnswers(round.state) ? allow('predicted') : refuse('expectationTooLate')
}
