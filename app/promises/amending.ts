import type { Day } from '~/calendar'
import { allow, type Decision, refuse } from '~/decision'
import { hasRole, type Person, promisers } from '~/people/rules'
import type { PromiseAmended, PromiseFacts } from './words'

export type AmendRefusal =
  | 'notYourDeed'
  | 'changedMeanwhile'
  | 'notAmendable'
  | 'dueHasPassed'
  | 'nothingChanged'
  | 'dueBeforeMade'

/**
 * Returns why no words of a promise can change any more; nothing as long as they can. Once management has said what
 * became of it they are fixed, and also once its day has passed: whoever is late cannot promise less afterwards.
 */
export function fixedBecause(
  { status, dueOn }: Pick<PromiseFacts, 'status' | 'dueOn'>,
  today: Day,
): 'notAmendable' | 'dueHasPassed' | undefined {
  if (status !== 'made' && status !== 'underWay') return 'notAmendable'
  return dueOn < today ? 'dueHasPassed' : undefined
}

/** Decides whether new words may be put beside the first ones. */
export function amendPromise(
  promise: PromiseFacts,
  { seen, changed }: { seen: number; changed: PromiseAmended },
  by: Pick<Person, 'roles'>,
  today: Day,
): Decision<PromiseAmended, AmendRefusal> {
  if (!hasRole(by, promisers)) return refuse('notYourDeed')
  if (promise.version !== seen) return refuse('changedMeanwhile')
  const fixed = fixedBecause(promise, today)
  if (fixed) return refuse(fixed)
  if (Object.keys(changed).length === 0) return refuse('nothingChanged')
  if (changed.dueOn && changed.dueOn < promise.madeOn) return refuse('dueBeforeMade')
  return allow(changed)
}
