import { addDays, type Day, daysBetween } from '~/calendar'
import type { Shift } from '~/workgroups/seats/rules'
import type { Phase } from '../phases'

/** What is known of a use case, its group and its gates; nothing of a person. */
export type Facts = {
  phase: Phase
  enteredOn: Day
  /** Plans of the group since the use case began, and how many of them colleagues saw. */
  plans: number
  presented: number
  /** Whether the group got enough of its hours lately; the flag is that of its own page. */
  hasHours: boolean
  /** Vetoes without an answer, by the last day for it. */
  unanswered: readonly Day[]
  /** Steps that are being measured or are open, each with the last day of a measurement, or the first day that counts. */
  measuredUntil: readonly Day[]
  /** Shifts that a rule of the group asks for and nobody of it works. */
  shiftsWithout: readonly Shift[]
  /** The first day that a recurring task should have been done. */
  taskDue: Day | null
}

/** A pitfall that can be seen in the figures; each has a sentence, and one with what helps. */
export const signals = [
  'nothingPresented',
  'hoursShort',
  'vetoUnanswered',
  'notMeasured',
  'shiftMissing',
  'taskLate',
] as const
export type Signal = (typeof signals)[number]

/** Days of listening after which something should have been shown to colleagues. @source instruments.md, section 3e: month 5 of phase 1 is for feedback of peers */
const daysToShow = 120
/** Days without a measurement after which nobody knows how it goes. @source issue 7: two weeks */
const daysToMeasure = 14

/** Returns the pitfalls that can be seen today. */
export function signalsOf(facts: Facts, today: Day): Signal[] {
  const isLateToShow = facts.plans > 0 || daysBetween(facts.enteredOn, today) >= daysToShow
  const is: Record<Signal, boolean> = {
    nothingPresented: facts.phase === 'listen' && facts.presented === 0 && isLateToShow,
    hoursShort: !facts.hasHours,
    vetoUnanswered: facts.unanswered.some(dueOn => dueOn < today),
    notMeasured: facts.measuredUntil.some(day => addDays(day, daysToMeasure) < today),
    shiftMissing: facts.shiftsWithout.length > 0,
    taskLate: facts.taskDue !== null && facts.taskDue < today,
  }
  return signals.filter(signal => is[signal])
}
