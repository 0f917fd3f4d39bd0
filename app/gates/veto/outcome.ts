import type { Day } from '~/calendar'
import type { VetoState } from '../vetoes'

/** A verdict of the group on a step: the last one, good or not. */
export type Judged = { version: number; isJudgedGood: boolean; judgedOn: Day | null }
type Vetoed = { version: number; raisedOn: Day; state: VetoState }

/**
 * Returns whether the use case became better after a veto: the group found the same step, or a later one, good enough in a
 * verdict of a later day. Where a director set the veto aside nothing is said of it.
 */
export function becameBetter(veto: Vetoed, steps: readonly Judged[]): boolean {
  if (veto.state === 'overridden') return false
  return steps.some(
    ({ version, isJudgedGood, judgedOn }) =>
      version >= veto.version && isJudgedGood && judgedOn !== null && judgedOn > veto.raisedOn,
  )
}

/** What all vetoes brought together; each is said in a sentence of its own, and nobody is compared with anybody. */
export type Outcomes = Record<'all' | 'better' | 'persuaded' | 'accepted' | 'standing' | 'overridden', number>

/** Counts what vetoes brought. */
export function outcomesOf(vetoes: readonly { state: VetoState; isBetter: boolean }[]): Outcomes {
  const count = (...states: VetoState[]) => vetoes.filter(({ state }) => states.includes(state)).length
  return {
    all: vetoes.length,
    better: vetoes.filter(({ isBetter }) => isBetter).length,
    persuaded: count('persuaded'),
    accepted: count('accepted'),
    standing: count('raised', 'answered', 'escalated'),
    overridden: count('overridden'),
  }
}
