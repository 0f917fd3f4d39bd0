import { addDays, addMonths, type Day } from '~/calendar'
import { allow, type Decision, refuse } from '~/decision'
import { daysBeforehand, daysForDraft, mostMonths } from '../retention/rules'

/** Days for which a record is shared when nobody chooses. @source our own choice: a month is enough to read it and talk about it */
export const usualShareDays = 30

/**
 * Decides whether two people can come back to a talk on this day. It decides how long the record is kept: a slip of the
 * pen must not destroy it, nor keep it beyond what was promised.
 */
export function followUp(day: Day | null, heldOn: Day): Decision<true, 'followUpNotRight'> {
  if (day === null) return allow(true)
  return day >= heldOn && day <= lastFollowUp(heldOn) ? allow(true) : refuse('followUpNotRight')
}

/** Returns the last day on which two people can come back to a talk. */
export const lastFollowUp = (heldOn: Day): Day => addMonths(heldOn, mostMonths)

/**
 * Returns the last day on which a record can be begun: whoever begins then has two weeks to agree to it before a draft
 * goes.
 */
export const lastBegin = (heldOn: Day): Day => addDays(heldOn, daysForDraft - daysBeforehand)

/** Decides whether a share may end on this day: from today on, and never after the record itself. */
export function shareUntil(endsOn: Day, today: Day, until: Day | undefined): Decision<true, 'endNotRight'> {
  return until !== undefined && endsOn >= today && endsOn <= until ? allow(true) : refuse('endNotRight')
}

/** Returns the day on which a share ends when nobody chooses another. */
export const usualShareEnd = (today: Day, until: Day): Day =>
  addDays(today, usualShareDays) < until ? addDays(today, usualShareDays) : until
