import type { Bounds } from '~/pulses/disclosure/rules'
import { type Interval, outwardInterval } from './wilson'

/** How many of the `n` people with a score meet a barrier that is high, in published bounds. */
export interface BarrierShare<Barrier extends string> {
  barrier: Barrier
  high: Bounds
  n: number
}

/** Which barrier is the highest of a cell; several when the evidence does not tell them apart. */
export type HighestBarrier<Barrier extends string> =
  | { kind: 'none' }
  | { kind: 'one'; barrier: Barrier }
  | { kind: 'shared'; barriers: Barrier[] }

/** Of the shorter of two intervals. More overlap than this, and neither is called higher. @source instruments.md, section 3a, "Highest barrier" */
const toldApartUpTo = 1 / 2

/**
 * Returns the barrier with the largest published share of people for whom it is high, together with every barrier that
 * cannot be told apart from it: more than half of the shorter of their two intervals lies within the other one.
 *
 * A count in bounds stands at the middle of its bounds, as in the headline of a round, and its interval reaches outward
 * from both. There is no highest barrier as long as it may be that none is high for anybody. Barriers that share the
 * first place keep the order in which they were given, so that none is named first for its share.
 * @source instruments.md, section 3a, "Highest barrier"; Wilson's intervals at 95 %
 */
export function highestBarrier<Barrier extends string>(
  shares: readonly BarrierShare<Barrier>[],
): HighestBarrier<Barrier> {
  const [first, ...rest] = shares.filter(({ high: [lowest] }) => lowest > 0)
  if (!first) return { kind: 'none' }
  const top = rest.reduce((best, one) => (middleShare(one) > middleShare(best) ? one : best), first)
  const barriers = shares.filter(one => one === top || !areToldApart(one, top)).map(({ barrier }) => barrier)
  return barriers.length > 1 ? { kind: 'shared', barriers } : { kind: 'one', barrier: top.barrier }
}

/** Returns how much of the shorter interval lies within the other: 0 is nothing, 1 all of it. */
export function overlap(one: Interval, other: Interval): number {
  const shared = Math.min(one.highest, other.highest) - Math.max(one.lowest, other.lowest)
  return Math.max(0, shared) / Math.min(lengthOf(one), lengthOf(other))
}

const areToldApart = (one: BarrierShare<string>, other: BarrierShare<string>) =>
  overlap(outwardInterval(one.high, one.n), outwardInterval(other.high, other.n)) <= toldApartUpTo

const middleShare = ({ high: [lowest, highest], n }: BarrierShare<string>) => (lowest + highest) / (2 * n)
const lengthOf = ({ lowest, highest }: Interval) => highest - lowest
