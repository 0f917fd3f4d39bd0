import { addDays, addMonths, type Day } from '~/calendar'

// How long the words of a one-to-one are kept. Whoever changes a number here changes what was agreed with the works council.

/** Months after the last follow-up day, or after the talk when there is none. @source conversations.md, retention */
export const monthsAfterFollowUp = 6

/** Months after the talk in which every record is gone, whatever follows. @source conversations.md, retention: 12 months absolute */
export const mostMonths = 12

/** Days after somebody left: the employee's record goes, and a draft that a lead who left can no longer agree to. @source conversations.md, retention */
export const daysAfterLeaving = 30

/** Days after the talk in which two people can agree to what they wrote. @source our own choice: twice the time after which it counts as a talk without a record */
export const daysForDraft = 60

/** Days in which both still see that a record was withdrawn or expired. @source conversations.md, retention */
export const daysTold = 30

/** Days beforehand that both are told that a record expires, so that the employee can save it. @source our own choice: two weeks, a holiday long */
export const daysBeforehand = 14

/** What decides how long a record is kept. */
export type Kept = {
  heldOn: Day
  /** Whether the two agreed to a version of it. */
  isAgreed: boolean
  /** The last follow-up day of the version that was agreed to, if it names one. */
  followUpOn: Day | null
  employeeLeftOn: Day | null
  leadLeftOn: Day | null
}

/** Returns the last day on which a record is kept: the earliest of all that end it. */
export function retainUntil({ heldOn, isAgreed, followUpOn, employeeLeftOn, leadLeftOn }: Kept): Day {
  const leaver = employeeLeftOn ?? (isAgreed ? null : leadLeftOn)
  const ends = [
    addMonths(heldOn, mostMonths),
    addMonths(followUpOn ?? heldOn, monthsAfterFollowUp),
    ...(isAgreed ? [] : [addDays(heldOn, daysForDraft)]),
    ...(leaver ? [addDays(leaver, daysAfterLeaving)] : []),
  ]
  return ends.sort()[0]!
}
