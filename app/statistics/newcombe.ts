import type { Bounds } from '~/pulses/disclosure/rules'
import { type Confidence, type Interval, wilsonInterval } from './wilson'

/** `count` out of `n` people. */
export interface Counted {
  count: number
  n: number
}

/** A count out of `n` people that is published in bounds. */
export interface Published {
  bounds: Bounds
  n: number
}

/** How much a share rose, in shares: from -1 to 1, below zero when it fell. */
export interface Difference extends Interval {
  difference: number
}

/**
 * Returns how much a share rose between two groups that answered independently of each other, and in which range the
 * true rise plausibly lies. Rounds are anonymous, so also the same people count as two groups; no correction is made
 * for groups that are small themselves, because it gives false alarms.
 * @source R. G. Newcombe, "Interval estimation for the difference between independent proportions: comparison of eleven
 *   methods", Statistics in Medicine 17 (1998) 873–890, method 10; instruments.md, "When is a change real?"
 */
export function newcombeInterval(before: Counted, after: Counted, confidence: Confidence = 95): Difference {
  const [p, q] = [before.count / before.n, after.count / after.n]
  const [was, is] = [
    wilsonInterval(before.count, before.n, confidence),
    wilsonInterval(after.count, after.n, confidence),
  ]
  return {
    difference: q - p,
    lowest: q - p - Math.hypot(q - is.lowest, was.highest - p),
    highest: q - p + Math.hypot(is.highest - q, p - was.lowest),
  }
}

/** Between which two a difference lies, whichever of the published counts are the true ones. */
export interface OutwardDifference {
  /** The smallest rise (or the largest fall) that the published counts leave open, with its interval. */
  least: Difference
  /** The largest rise (or the smallest fall) that the published counts leave open, with its interval. */
  most: Difference
}

/**
 * Returns the two outermost differences between counts that are published in bounds. No choice of counts inside the
 * bounds gives a lower end below `least.lowest` or a higher end above `most.highest`: the interval moves with either
 * count, always in the same direction, so its ends lie at the corners. Both corners are what was published.
 * @source instruments.md, "When is a change real?": the least favourable choice inside the published bounds
 */
export function outwardDifference(before: Published, after: Published, confidence: Confidence = 95): OutwardDifference {
  const between = (was: number, is: number) =>
    newcombeInterval({ count: was, n: before.n }, { count: is, n: after.n }, confidence)
  return {
    least: between(before.bounds[1], after.bounds[0]),
    most: between(before.bounds[0], after.bounds[1]),
  }
}
