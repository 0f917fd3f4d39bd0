import { addDays, type Day, daysBetween } from '~/calendar'
import type { Role } from '~/people/rules'
import type { Phase } from '../phases'

/** Who begins a use case and answers for its road; members of its group show, do and decide besides. */
export const useCaseMakers = ['executive', 'projectLead'] as const satisfies readonly Role[]

/** Characters of a name, of the words of a task and of who does it. @source our own choice: one line on a phone, two, one */
export const [longestName, longestTask, longestWho] = [60, 140, 60]

/** Days between two times of the same task. @source our own choice: every day, and four times a year */
export const [shortestRhythm, longestRhythm] = [1, 92]

/**
 * Returns when a task is due after it was done. It keeps its rhythm: what was late, or left out, does not move the days
 * that come.
 */
export function nextDue({ dueOn, everyDays }: { dueOn: Day; everyDays: number }, today: Day): Day {
  const left = Math.max(0, daysBetween(dueOn, today))
  return addDays(dueOn, (Math.floor(left / everyDays) + 1) * everyDays)
}

/** What helps against the pitfalls of each phase, and every how many days. @source instruments.md, section 3e */
export const suggestions = {
  listen: { weeklyUpdate: 7, hoursCheck: 7, floorRound: 14 },
  prototype: { retro: 7, weeklyUpdate: 7, hoursCheck: 7, listenBack: 7 },
  scale: { retro: 14, weeklyUpdate: 7, hoursCheck: 7, stepCheck: 7 },
} as const satisfies Record<Phase, Record<string, number>>
export type Suggestion = { [P in Phase]: keyof (typeof suggestions)[P] }[Phase]

/** Returns the tasks that are suggested in a phase. */
export const suggestedIn = (phase: Phase) => Object.keys(suggestions[phase]) as Suggestion[]

/** Returns every how many days a suggested task comes back. */
export const rhythmOf = (phase: Phase, suggestion: string): number | undefined =>
  new Map(Object.entries(suggestions[phase])).get(suggestion)

/** The lines of the sheet for half an hour together. @source instruments.md, section 3e, "Weekly retro" */
export const retroLines = ['well', 'wrong', 'learned', 'next', 'needed', 'numbers', 'mood', 'veto'] as const
