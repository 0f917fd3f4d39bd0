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
 * helps it. What does not come out even is rounded away from the threshold, so that nothing just short of it is met, and
 * nobody reads "85" beside "not met".
 */
export function findingOf(criterion: Criterion, all: readonly Measurement[]): Finding {
  const own = all.filter(one => one.criterion === criterion.number)
  const volume = own.reduce((sum, one) => sum + one.volume, 0)
  if (volume === 0 || volume < criterion.minimumVolume) return { says: 'tooLittle', volume }
  // Whole numbers of any size: a product of two large ones would lose its last digits otherwise.
  const sum = own.reduce((sum, one) => sum + BigInt(one.valueMilli) * BigInt(one.volume), 0n)
  const isAtLeast = criterion.direction === 'atLeast'
  const mean = Number((isAtLeast ? sum : sum + BigInt(volume - 1)) / BigInt(volume))
  const reaches = (milli: number) => (isAtLeast ? milli >= criterion.thresholdMilli : milli <= criterion.thresholdMilli)
  const short = inShort(mean)
  const valueMilli = reaches(short) === reaches(mean) ? short : mean
  return { says: reaches(mean) ? 'met' : 'notMet', volume, valueMilli }
}

/** Rounds a mean to as many digits as people read: a tenth from ten up, a hundredth from one up. */
function inShort(milli: number): number {
  const unit = milli >= 10_000 ? 100 : milli >= 1000 ? 10 : 1
  return Math.round(milli / unit) * unit
}

/** How a group finds one criterion. */
type Judged = { criterion: number; isGood: boolean }

/** Returns whether a verdict finds a step good enough: every criterion, each said by itself. */
export const isGoodEnough = (criteria: readonly { number: number }[], judgements: readonly Judged[]): boolean =>
  criteria.length > 0 && criteria.every(({ number }) => judgements.some(one => one.criterion === number && one.isGood))

/** Units in one measurement. @source our own choice: no measure of a contact centre that we know comes near it */
export const mostUnits = 1_000_000
/** Cases in one measurement. @source our own choice: a large contact centre has fewer calls in a year */
export const mostCases = 10_000_000

/** Decides whether a unit is percent: a share of a hundred, which people read as "85 of 100". */
export const isPercent = (unit: string): boolean => /^(%|procent|percent|pct|pour ?cent)$/i.test(unit.trim())

type NonsenseRefusal = 'noSuchCriterion' | 'daysReversed' | 'noCases' | 'valueOutOfRange'
export type MeasuringRefusal =
  | NonsenseRefusal
  | 'notFrozen'
  | 'beforeMeasuring'
  | 'inTheFuture'
  | 'alreadyJudged'
  | 'alreadyMeasured'

/** What has to be known of a step to measure it. */
export type Measured = {
  frozenOn: Day | null
  measuringFrom: Day | null
  isJudged: boolean
  criteria: readonly { number: number; unit: string }[]
  measurements: readonly Measurement[]
}

/**
 * Decides whether a measurement may be entered: sane in itself, inside the period that was announced, once for the same
 * days, and not after the group judged.
 */
export function measure(step: Measured, one: Measurement, today: Day): Decision<Measurement, MeasuringRefusal> {
  if (step.frozenOn === null || step.measuringFrom === null) return refuse('notFrozen')
  const nonsense = nonsenseIn(step, one)
  if (nonsense) return refuse(nonsense)
  if (one.fromOn < step.measuringFrom) return refuse('beforeMeasuring')
  if (one.untilOn > today) return refuse('inTheFuture')
  if (step.isJudged) return refuse('alreadyJudged')
  const overlaps = (other: Measurement) =>
    other.criterion === one.criterion && other.fromOn <= one.untilOn && one.fromOn <= other.untilOn
  return step.measurements.some(overlaps) ? refuse('alreadyMeasured') : allow(one)
}

function nonsenseIn({ criteria }: Pick<Measured, 'criteria'>, one: Measurement): NonsenseRefusal | undefined {
  const criterion = criteria.find(({ number }) => number === one.criterion)
  if (!criterion) return 'noSuchCriterion'
  if (one.untilOn < one.fromOn) return 'daysReversed'
  if (!Number.isInteger(one.volume) || one.volume < 1 || one.volume > mostCases) return 'noCases'
  const most = 1000 * (isPercent(criterion.unit) ? 100 : mostUnits)
  return Number.isInteger(one.valueMilli) && one.valueMilli >= 0 && one.valueMilli <= most
    ? undefined
    : 'valueOutOfRange'
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
