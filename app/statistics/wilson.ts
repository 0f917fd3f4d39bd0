import type { Bounds } from '~/pulses/disclosure/rules'

/** The range in which a share plausibly lies: from 0 (nobody) to 1 (everybody), both ends included. */
export interface Interval {
  lowest: number
  highest: number
}

/** Out of a hundred: how often an interval made in this way holds the true share. */
export type Confidence = 80 | 95

/** How many standard errors an interval reaches to either side. @source standard normal distribution, quantiles .90 and .975 */
const reaches: Record<Confidence, number> = { 80: 1.2815515655446004, 95: 1.959963984540054 }

/**
 * Returns in which range the share plausibly lies of which `count` out of `n` people are a sample. It keeps its promise
 * for small groups too, never leaves 0–1, and never has the length zero: that everybody said so proves little about others.
 * @throws RangeError for no people or an impossible count: a fault in the caller, never a person's.
 * @source E. B. Wilson, "Probable inference, the law of succession, and statistical inference", Journal of the American
 *   Statistical Association 22 (1927) 209–212; for small groups: A. Agresti and B. A. Coull, "Approximate is better than
 *   'exact' for interval estimation of binomial proportions", The American Statistician 52 (1998) 119–126.
 */
export function wilsonInterval(count: number, n: number, confidence: Confidence = 95): Interval {
  if (!isCountOf(count, n)) throw new RangeError('not a count of people out of people')
  const z = reaches[confidence]
  const middle = count + z ** 2 / 2
  const half = z * Math.sqrt((count * (n - count)) / n + z ** 2 / 4)
  return {
    lowest: count === 0 ? 0 : (middle - half) / (n + z ** 2),
    highest: count === n ? 1 : (middle + half) / (n + z ** 2),
  }
}

/**
 * Returns in which range the share plausibly lies when the count itself is only known in published bounds: outward, from
 * the lowest count it may be to the highest. So it holds whichever count is the true one, and tells nothing about that.
 * @source instruments.md, section 3b, "Statistics"
 */
export function outwardInterval([lowest, highest]: Bounds, n: number, confidence: Confidence = 95): Interval {
  return {
    lowest: wilsonInterval(lowest, n, confidence).lowest,
    highest: wilsonInterval(highest, n, confidence).highest,
  }
}

const isCountOf = (count: number, n: number) =>
  Number.isSafeInteger(count) && Number.isSafeInteger(n) && n > 0 && 0 <= count && count <= n
