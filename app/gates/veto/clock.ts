import { addDays, type Day } from '~/calendar'
import type { VetoState } from '../vetoes'

/** Where management's clock stands: how many working days are left, or since which day it is late. */
export type Clock =
  | { says: 'left' | 'lastDay'; days: number; dueOn: Day }
  | { says: 'late'; days: number; dueOn: Day }
  | { says: 'answeredLate'; days: number; dueOn: Day; answeredOn: Day }

type Timed = { state: VetoState; answerDueOn: Day; answeredOn?: Day }
type IsFree = (day: Day) => boolean

/**
 * Returns where management's clock stands. It runs until management itself said something: a group that takes its veto to
 * the works council meanwhile does not stop it. An answer that came too late stays too late.
 */
export function clockOf({ state, answerDueOn, answeredOn }: Timed, today: Day, isFree: IsFree): Clock | undefined {
  const dueOn = answerDueOn
  if (answeredOn)
    return answeredOn > dueOn
      ? { says: 'answeredLate', days: workingDays(dueOn, answeredOn, isFree), dueOn, answeredOn }
      : undefined
  if (state !== 'raised' && state !== 'escalated') return undefined
  if (today > dueOn) return { says: 'late', days: workingDays(dueOn, today, isFree), dueOn }
  const days = workingDays(today, dueOn, isFree)
  return { says: days === 0 ? 'lastDay' : 'left', days, dueOn }
}

/** Counts the working days after `from`, up to and including `to`. */
export function workingDays(from: Day, to: Day, isFree: IsFree): number {
  let count = 0
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (!isFree(day)) count += 1
  return count
}

/** Returns whether management has not answered in time. */
export const isLate = (clock: Clock | undefined): boolean => clock?.says === 'late'
