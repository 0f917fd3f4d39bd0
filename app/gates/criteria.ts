import type { Day } from '~/calendar'
import { allow, type Decision, refuse } from '~/decision'

/** Which side of its threshold a measure has to be on. */
export const directions = ['atLeast', 'atMost'] as const
export type Direction = (typeof directions)[number]

/** How a measurement came in. */
export const measuredBy = ['form', 'csv', 'api'] as const
export type MeasuredBy = (typeof measuredBy)[number]

/** One bar that the group set before the test. Values are whole thousandths of the unit, so that nothing is rounded twice. */
export type Criterion = {
  number: number
  direction: Direction
  thresholdMilli: number
  /** Cases below which nothing is said. */
  minimumVolume: number
}
export type Measurement = { criterion: number; fromOn: Day; untilOn: Day; valueMilli: number; volume: number }

/** What the measurements say of a criterion: it is met or not, or too little was measured to say. */
export type Finding = { says: 'met' | 'notMet' | 'tooLittle'; volume: number; valueMilli?: number }

/**
 * Returns what the measurements say of one criterion: their mean, each weighed by its volume. The group judges; this only
 * helps it.
 */
export function findingOf(criterion: Criterion, all: readonly Measurement[]): Finding {
  const own = all.filter(one => one.criterion === criterion.number)
  const volume = own.reduce((sum, one) => sum + one.volume, 0)
  if (volume === 0 || volume < criterion.minimumVolume) return { says: 'tooLittle', volume }
  const valueMilli = Math.round(own.reduce((sum, one) => sum + one.valueMilli * one.volume, 0) / volume)
  const isMet =
    criterion.direction === 'atLeast' ? valueMilli >= criterion.thresholdMilli : valueMilli <= criterion.thresholdMilli
  return { says: isMet ? 'met' : 'notMet', volume, valueMilli }
}

/** How a group finds one criterion. */
type Judged = { criterion: number; isGood: boolean }

/** Returns whether a verdict finds a step good enough: every criterion, each said by itself. */
export const isGoodEnough = (criteria: readonly { number: number }[], judgements: readonly Judged[]): boolean =>
  criteria.length > 0 && criteria.every(({ number }) => judgements.some(one => one.criterion === number && one.isGood))

export type MeasuringRefusal = 'notFrozen' | 'beforeMeasuring' | 'inTheFuture' | 'alreadyJudged' | 'alreadyMeasured'

type Measured = {
  frozenOn: Day | null
  measuringFrom: Day | null
  isJudged: boolean
  measurements: readonly Measurement[]
}

/**
 * Decides whether a measurement may be entered: inside the period that was announced, once for the same days, and not
 * after the group judged.
 */
export function measure(step: Measured, one: Measurement, today: Day): Decision<Measurement, MeasuringRefusal> {
  if (step.frozenOn === null || step.measuringFrom === null) return refuse('notFrozen')
  if (one.fromOn < step.measuringFrom) return refuse('beforeMeasuring')
  if (one.untilOn > today) return refuse('inTheFuture')
  if (step.isJudged) return refuse('alreadyJudged')
  const overlaps = (other: Measurement) =>
    other.criterion === one.criterion && other.fromOn <= one.untilOn && one.fromOn <= other.untilOn
  return step.measurements.some(overlaps) ? refuse('alreadyMeasured') : allow(one)
}

export type FreezingRefusal = 'noCriteria' | 'alreadyFrozen' | 'measuringStarted'

/** Decides whether criteria may be fixed: at least one, and before the first day that counts. */
export function freeze(
  step: { frozenOn: Day | null; criteria: number },
  measuringFrom: Day,
  today: Day,
): Decision<{ frozenOn: Day; measuringFrom: Day }, FreezingRefusal> {
  if (step.frozenOn !== null) return refuse('alreadyFrozen')
  if (step.criteria === 0) return refuse('noCriteria')
  if (measuringFrom <= today) return refuse('measuringStarted')
  return allow({ frozenOn: today, measuringFrom })
}
