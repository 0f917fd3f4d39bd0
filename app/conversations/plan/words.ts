import type { Place } from '../sealing/sealed'

// What stands in a development plan. These words are only ever open in the browsers of those who may read them.

/** What somebody may want to become. @source instruments.md 3e, development plan */
export const possibleRoles = [
  'aiTrainer',
  'quality',
  'escalations',
  'dataQa',
  'rootCause',
  'stayAgent',
  'other',
  'exit',
] as const
export type PossibleRole = (typeof possibleRoles)[number]

/** The parts of a plan that are told in a few sentences. @source instruments.md 3e, development plan */
export const planTexts = ['goodAt', 'keep', 'learn'] as const
export type PlanText = (typeof planTexts)[number]

/** The parts that are told in one line. */
export const planLines = ['otherRole', 'buddy', 'promise'] as const
export type PlanLine = (typeof planLines)[number]

/** Characters, rows and hours that fit. @source our own choice: a plan that fits on two pages, and a step of at most a year of full weeks */
export const most = { text: 1500, line: 200, steps: 8, hours: 1800 } as const

/** Something to learn, and how many hours of it stand in the roster; as typed. */
export type LearningStep = { text: string; hours: string }

export type PlanWords = Record<PlanText | PlanLine, string> & { roles: PossibleRole[]; steps: LearningStep[] }

/** A plan before anybody wrote in it. */
export const emptyPlan: PlanWords = {
  ...{ goodAt: '', keep: '', learn: '', otherRole: '', buddy: '', promise: '' },
  ...{ roles: [], steps: [] },
}

/** Returns the place that the words of a plan are sealed for: an older plan does not pass for a newer one. */
export const placeOf = (planId: string, revision: number): Place => ({
  ...{ thingId: planId, part: 'plan', version: revision },
})

/** Reads what was opened. Whoever sealed it may have had another program: what does not fit is left out. */
export function asPlan(opened: unknown): PlanWords | undefined {
  if (!isObject(opened)) return undefined
  const { roles, steps } = opened
  const texts = [...planTexts, ...planLines].map(part => [part, asText(opened[part])])
  return {
    ...(Object.fromEntries(texts) as Record<PlanText | PlanLine, string>),
    roles: Array.isArray(roles) ? possibleRoles.filter(role => roles.includes(role)) : [],
    steps: Array.isArray(steps)
      ? steps.filter(isObject).map(({ text, hours }) => ({ text: asText(text), hours: asText(hours) }))
      : [],
  }
}

const isObject = (opened: unknown): opened is Record<string, unknown> => typeof opened === 'object' && opened !== null
const asText = (opened: unknown): string => (typeof opened === 'string' ? opened : '')

/** What is wrong with a part of a plan. */
export type PlanProblem = 'tooLong' | 'required' | 'notHours'

/** Finds everything that keeps a plan from being saved, by field: `learn`, `steps.2.hours`. */
export function problemsIn(plan: PlanWords): Record<string, PlanProblem> {
  const tooLong = [
    ...planTexts.map(part => [part, most.text] as const),
    ...planLines.map(part => [part, most.line] as const),
  ]
    .filter(([part, limit]) => plan[part].length > limit)
    .map(([part]) => [part, 'tooLong'] as const)
  return Object.fromEntries<PlanProblem>([...tooLong, ...plan.steps.flatMap(problemsOfStep)])
}

function problemsOfStep({ text, hours }: LearningStep, row: number): [string, PlanProblem][] {
  const long = text.length > most.line ? ('tooLong' as const) : undefined
  const ofText = text.trim() === '' ? ('required' as const) : long
  const isHours = hours.trim() === '' || (/^\d{1,4}$/.test(hours.trim()) && Number(hours) <= most.hours)
  return [
    ...(ofText ? [[`steps.${row}.text`, ofText] as [string, PlanProblem]] : []),
    ...(isHours ? [] : [[`steps.${row}.hours`, 'notHours'] as [string, PlanProblem]]),
  ]
}

/** Returns the hours of steps in the roster, in all. */
export const hoursOf = (steps: readonly LearningStep[]): number =>
  steps.reduce((sum, { hours }) => sum + (/^\d{1,4}$/.test(hours.trim()) ? Number(hours) : 0), 0)
