import { addMonths, type Day } from '~/calendar'
import { allow, type Decision, refuse } from '~/decision'
import type { Jurisdiction } from '~/people/rules'

/** The road of one use case; nobody skips a part of it. @source product.md, rule 7 */
export const phases = ['listen', 'prototype', 'scale'] as const
export type Phase = (typeof phases)[number]

/** What a phase must have brought before the next one begins; each is shown by a file, a link or a figure. @source instruments.md, section 3e, "Phase 1 roadmap" */
export const outputs = {
  listen: ['promises', 'checkBefore', 'teamTalks', 'workgroup', 'presented', 'actionPlan'],
  prototype: ['criteria', 'pilotMeasured', 'retros', 'presentedResults'],
  scale: ['volumeSteps', 'trained', 'checkAfter'],
} as const satisfies Record<Phase, readonly string[]>
export type Output = (typeof outputs)[Phase][number]

/** What the data of the house prove by themselves: no words and no tick can stand in their place. */
export const provedByData = [
  'promises',
  'workgroup',
  'presented',
  'actionPlan',
  'criteria',
  'pilotMeasured',
  'volumeSteps',
] as const satisfies readonly Output[]

/** What can be shown besides, in any phase; nothing waits for it, but the law may. */
export const alsoShown = ['cao39'] as const
export type Shown = Output | (typeof alsoShown)[number]

/** Returns whether somebody shows this by words and a file, in this phase. */
export function isShownByHand(phase: Phase, output: string): output is Shown {
  if ((alsoShown as readonly string[]).includes(output)) return true
  return (outputs[phase] as readonly string[]).includes(output) && !(provedByData as readonly string[]).includes(output)
}

export type PhaseRefusal = 'phaseSkipped' | 'outputsMissing'

/** Decides whether a use case may enter a phase: the one right after its own, and only with everything that was asked for. */
export function enterPhase(
  now: { phase: Phase; shown: readonly Output[] },
  to: Phase,
): Decision<{ phase: Phase }, PhaseRefusal> {
  if (phases.indexOf(to) !== phases.indexOf(now.phase) + 1) return refuse('phaseSkipped')
  if (missingOutputs(now).length > 0) return refuse('outputsMissing')
  return allow({ phase: to })
}

/** Returns what a use case has not shown yet in the phase it is in. */
export function missingOutputs({ phase, shown }: { phase: Phase; shown: readonly Output[] }): Output[] {
  return outputs[phase].filter(output => !shown.includes(output))
}

/** Months between written information and the start, in Belgium. @source law.md, section 1.4: CAO/CCT 39 */
const cao39Months = 3

/**
 * Returns the first day on which anything may begin for customers as far as the calendar alone says, and why. It is never a
 * plan: everything else that is missing comes on top, and phase 1 has no place for a day that somebody wishes.
 */
export function notBefore(
  { countries, informedOn }: { countries: readonly Jurisdiction[]; informedOn: Day | null },
  today: Day,
): { day: Day; says: 'notInformed' | 'informed' | 'passed' } | undefined {
  if (!countries.includes('BE')) return undefined
  const day = addMonths(informedOn ?? today, cao39Months)
  return { day, says: informedOn === null ? 'notInformed' : day > today ? 'informed' : 'passed' }
}
