import { addDays, type Day } from '~/calendar'
import { isFinal, type PromiseFacts } from './words'

type Dated = Pick<PromiseFacts, 'status' | 'dueOn'>

/** Words that are management's alone, and wait for somebody else to agree. */
export const claimed = ['claimedKept', 'claimedPartly', 'claimedBroken'] as const

/** Days ahead in which a promise asks for attention. @source our own choice: time enough to still do something */
export const soonDays = 14

/** Days that the works council waits for management before it says itself that a promise is not kept. @source our own choice: two weeks, as for a first claim */
export const patienceDays = 14

/** Tells whether nobody has said yet what became of a promise, or the sides differ about it. */
export function isUnclaimed({ status }: Pick<Dated, 'status'>): boolean {
  return !isFinal(status) && !claimed.includes(status as (typeof claimed)[number])
}

/**
 * Tells whether a promise is past its day while nobody but management has said what became of it. Nobody chooses this
 * word: a claim does not end it, only the works council, staff, or a withdrawal does.
 * @source product.md, rule 5
 */
export function isOverdue({ status, dueOn }: Dated, today: Day): boolean {
  return !isFinal(status) && dueOn < today
}

/** Tells whether a promise is so long past its day that the works council need not wait for management any longer. */
export function isLongOverdue(promise: Dated, today: Day): boolean {
  return isUnclaimed(promise) && addDays(promise.dueOn, patienceDays) < today
}

/** Tells whether a promise must be kept in the coming days and nobody has said yet what became of it. */
export function isDueSoon(promise: Dated, today: Day): boolean {
  return isUnclaimed(promise) && promise.dueOn >= today && promise.dueOn <= addDays(today, soonDays)
}
