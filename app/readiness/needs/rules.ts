import { type Barrier, barriers, isBarrier } from 'surveys/five-barriers/v1'
import { headlineOf } from '~/pulses/results/headline'
import type { ItemResult } from '~/pulses/results/rules'

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

type Need = { steps: readonly Step[] }

/**
 * What people need who meet a barrier: what to do first. The conversation guides know themselves what they are about.
 * @source instruments.md, section 3a, "What they need"
 */
export const needs: Readonly<Record<Barrier, Need>> = {
  job_loss: { steps: ['tasks', 'talks'] },
  distrust: { steps: ['budget', 'weekly', 'broken'] },
  ai_fails: { steps: ['faults', 'criteria'] },
  too_old: { steps: ['training', 'buddy', 'roles', 'exit'] },
  unheard: { steps: ['mandate', 'answers'] },
}

/** The barriers that a condition before go-live helps against. */
export const barriersWithCriterion = ['ai_fails', 'unheard'] as const satisfies readonly Barrier[]
export type BarrierWithCriterion = (typeof barriersWithCriterion)[number]

/** Tells whether a condition before go-live helps against a barrier. */
export function hasCriterion(barrier: Barrier): barrier is BarrierWithCriterion {
  return barriersWithCriterion.some(one => one === barrier)
}

/**
 * Returns the barriers that stand highest in a result: one, several that the evidence does not tell apart, or none.
 * Nothing when the round asked no check: then nobody is told what people need.
 */
export function highestIn(items: readonly ItemResult[]): Barrier[] | undefined {
  if (!items.some(({ kind }) => kind === 'barrier')) return undefined
  const headline = headlineOf(items)
  return headline.kind === 'barriers' ? headline.highest.ids.filter(isBarrier) : []
}

/** Returns all five barriers, the highest of a result first and the others in their own order. */
export function highestFirst(highest: readonly Barrier[]): Barrier[] {
  return [...highest, ...barriers.filter(one => !highest.includes(one))]
}

/** Returns the address where a promise starts with a barrier filled in. */
export function promiseAbout(barrier: Barrier): string {
  return `/app/promises/new?${new URLSearchParams({ barrier })}`
}
