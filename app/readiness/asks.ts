import type { Day } from '~/calendar'
import { hasRole, type Person } from '~/people/rules'
import type { RoundKind } from '~/pulses/drafting/rules'
import type { RoundState } from '~/pulses/rules'
import { predictors } from './prediction/rules'
import { isBeforeAnswers, selfCheckWriters } from './self-check/rules'

/** A check that waits for what somebody says beforehand. */
export type ReadinessAsk = ({ kind: 'selfCheck' } & Waiting) | ({ kind: 'expectation' } & Waiting)
type Waiting = { round: { id: string; number: number }; opensOn: Day }

/** A check as far as it waits for somebody; `isPredicted` is about this reader. */
export type CheckFacts = {
  id: string
  number: number
  state: RoundState
  asks: RoundKind
  opensOn: Day
  isHandedIn: boolean
  isPredicted: boolean
}

/** Returns what checks ask of this person before they open: of who writes for management its answers, of a team lead what they expect. */
export function readinessAsksOf(person: Pick<Person, 'roles'>, checks: readonly CheckFacts[]): ReadinessAsk[] {
  const waiting = checks.filter(({ asks, state }) => asks !== 'pulse' && isBeforeAnswers(state))
  const asking = (kind: ReadinessAsk['kind'], of: readonly CheckFacts[]) =>
    of.map(({ id, number, opensOn }): ReadinessAsk => ({ kind, round: { id, number }, opensOn }))
  return [
    ...(hasRole(person, selfCheckWriters)
      ? asking(
          'selfCheck',
          waiting.filter(one => !one.isHandedIn),
        )
      : []),
    ...(hasRole(person, predictors)
      ? asking(
          'expectation',
          waiting.filter(one => !one.isPredicted),
        )
      : []),
  ]
}
