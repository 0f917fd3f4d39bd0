import { allow, type Decision, refuse } from '~/decision'

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
