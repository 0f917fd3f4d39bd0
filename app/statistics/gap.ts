import type { AnswerClass } from 'surveys/scoring'
import type { Bounds } from '~/pulses/disclosure/rules'
import { outwardInterval } from './wilson'

/** What the two answers to one question say about each other, as far as the evidence carries it. */
export type PerceptionGap = 'blindSpot' | 'betterThanThought' | 'none'

/**
 * Returns whether the staff who answered see something plainly otherwise than management does, for one question of the self-check.
 *
 * A blind spot: management is favourable, and plausibly less than half of staff are. Better than thought: management is
 * unfavourable, and plausibly more than half of staff are favourable. Where management stands in the middle, or the
 * interval reaches to one half, no gap is shown: that is not the same as no gap.
 * @param favourable how many of the `n` staff who answered are favourable, in published bounds.
 * @source instruments.md, section 3a-bis; the interval is Wilson's at 95 %, outward from the bounds
 */
export function perceptionGap(management: AnswerClass, favourable: Bounds, n: number): PerceptionGap {
  const { lowest, highest } = outwardInterval(favourable, n)
  if (management === 'favourable' && highest < 1 / 2) return 'blindSpot'
  return management === 'unfavourable' && lowest > 1 / 2 ? 'betterThanThought' : 'none'
}
