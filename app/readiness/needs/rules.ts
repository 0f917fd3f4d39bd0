import { type Barrier, barriers } from 'surveys/five-barriers/v1'

/** Something to do within four weeks; each has its own sentence. */
type Step =
  | 'tasks'
  | 'talks'
  | 'budget'
  | 'weekly'
  | 'broken'
  | 'faults'
  | 'criteria'
  | 'training'
  | 'buddy'
  | 'roles'
  | 'exit'
  | 'mandate'
  | 'answers'

/** A conversation guide, by its number. The sixth belongs to no barrier. */
type GuideNumber = 1 | 2 | 3 | 4 | 5 | 7 | 8 | 9 | 10

type Need = {
  steps: readonly Step[]
  /** The guides for a talk about it, the first one first. */
  guideNumbers: readonly GuideNumber[]
}

/**
 * What people need who meet a barrier: what to do first, and how to talk about it.
 * @source instruments.md, section 3a, "What they need"
 */
export const needs: Readonly<Record<Barrier, Need>> = {
  job_loss: { steps: ['tasks', 'talks'], guideNumbers: [1, 10] },
  distrust: { steps: ['budget', 'weekly', 'broken'], guideNumbers: [2, 8] },
  ai_fails: { steps: ['faults', 'criteria'], guideNumbers: [3, 9] },
  too_old: { steps: ['training', 'buddy', 'roles', 'exit'], guideNumbers: [4, 10] },
  unheard: { steps: ['mandate', 'answers'], guideNumbers: [5, 7, 9] },
}

/** The barriers that a condition before go-live helps against. */
export const barriersWithCriterion = ['ai_fails', 'unheard'] as const satisfies readonly Barrier[]
export type BarrierWithCriterion = (typeof barriersWithCriterion)[number]

/** Tells whether a condition before go-live helps against a barrier. */
export function hasCriterion(barrier: Barrier): barrier is BarrierWithCriterion {
  return barriersWithCriterion.some(one => one === barrier)
}

/** Returns all five barriers, the highest of a result first and the others in their own order. */
export function highestFirst(highest: readonly Barrier[]): Barrier[] {
  return [...highest, ...barriers.filter(one => !highest.includes(one))]
}

/** Returns the address where a promise starts with a barrier filled in. */
export function promiseAbout(barrier: Barrier): string {
  return `/app/promises/new?${new URLSearchParams({ barrier })}`
}
