import type { Day } from '~/calendar'
import { allow, type Decision } from '~/decision'
import type { Role } from '~/people/rules'
import { type Measured, type Measurement, type MeasuringRefusal, measure } from '../criteria'

/** Who enters what was measured: those who run the tests, who hold no key. */
export const measurers = ['projectLead'] as const satisfies readonly Role[]

/** What becomes of a measurement: it counts from now on, or it stood already and is not counted again. */
export type Entered = Decision<'counts' | 'stood', MeasuringRefusal>

/** Decides whether two measurements say the same. */
export const saysTheSame = (one: Measurement, other: Measurement): boolean =>
  (['criterion', 'fromOn', 'untilOn', 'valueMilli', 'volume'] as const).every(part => one[part] === other[part])

/**
 * Decides about measurements one after the other, each beside those before it. One that stands already, sent or typed
 * twice, is no fault: it is not counted again.
 */
export function enterAll(step: Measured, all: readonly Measurement[], today: Day): Entered[] {
  const standing = [...step.measurements]
  return all.map(one => {
    if (standing.some(other => saysTheSame(one, other))) return allow('stood')
    const decision = measure({ ...step, measurements: standing }, one, today)
    if (!decision.ok) return decision
    standing.push(one)
    return allow('counts')
  })
}

/** Returns of a step what the rules of measuring ask. */
export const measuredOf = <Step extends Omit<Measured, 'isJudged'> & { judgedOn: Day | null }>(
  step: Step,
): Measured => ({
  ...step,
  isJudged: step.judgedOn !== null,
})

/** Finds the step whose measurements a page shows: the one asked for, else the last one with fixed criteria, else the last. */
export function stepShownOf<Step extends { version: number; frozenOn: Day | null }>(
  steps: readonly Step[],
  asked: string | null,
): Step | undefined {
  const wanted = asked === null ? undefined : steps.find(({ version }) => String(version) === asked)
  if (asked !== null) return wanted
  return steps.findLast(({ frozenOn }) => frozenOn !== null) ?? steps.at(-1)
}
