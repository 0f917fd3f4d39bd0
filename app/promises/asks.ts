import type { Day } from '~/calendar'
import { hasRole, type Person, promisers } from '~/people/rules'
import type { IndexEntry } from './finding'
import { isDueSoon, isOverdue, isUnclaimed } from './overdue'
import { movesOpenTo, sideOf } from './rules'
import type { PromiseFacts } from './words'

/** Which promises ask something of somebody: the first few by id, and how many there are. */
export type PromiseAsk = { kind: 'promisesDue' | 'promisesWaiting'; ids: string[]; count: number }

/** Promises that are named; the others stand in the register. @source experience.md, "Home": what is not read does not ask */
export const mostNamed = 3

/**
 * Returns the promises that wait for this person: of who makes them, what is overdue or due soon; of the works council,
 * what management says and it has not answered, and what it may call broken because management stays silent.
 */
export function promiseAsksOf(person: Pick<Person, 'roles'>, index: readonly IndexEntry[], today: Day): PromiseAsk[] {
  const [kind, waits] = hasRole(person, promisers)
    ? (['promisesDue', (one: IndexEntry) => isLate(one, today) || isDueSoon(one, today)] as const)
    : (['promisesWaiting', (one: IndexEntry) => movesOpenTo(asFacts(one), person, today).length > 0] as const)
  if (!sideOf(person)) return []
  const waiting = index
    .filter(waits)
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : a.number - b.number))
  if (waiting.length === 0) return []
  return [{ kind, ids: waiting.slice(0, mostNamed).map(({ id }) => id), count: waiting.length }]
}

/** What management has claimed waits for somebody else. */
const isLate = (one: IndexEntry, today: Day) => isUnclaimed(one) && isOverdue(one, today)

const asFacts = (one: IndexEntry): PromiseFacts => ({ ...one, version: 1, madeOn: one.dueOn, successorId: null })
