import { outwardDifference, type Published } from './newcombe'
import type { Confidence } from './wilson'

/** Where a share went. Whether that is good news depends on the question, so it is not said here. */
export type Direction = 'rise' | 'fall'

/** What may be said of two rounds: that a share changed clearly, possibly, or that no change is shown. */
export type Change = { kind: 'clear' | 'possible'; direction: Direction } | { kind: 'none' }

/** Points out of a hundred. A smaller change is not reported, however sure it is. @source instruments.md, "When is a change real?" */
export const reportedFrom = 10

/**
 * Returns what may be said of the change between two rounds.
 *
 * All is computed with the least favourable choice inside the published bounds, the ten points too: for a rise the
 * highest count before and the lowest after, for a fall the other way round. So a change is never called clear that
 * some choice of the true counts would not bear out.
 * @param earlier what was said of the change up to `before`. A change that is possible twice in a row, the same way, is
 *   clear. The second must be possible by itself: that gives a false alarm in less than 1 of 200 comparisons, where any
 *   further step in the same direction would give one in 2 or 3 of 100 (counted out, groups of 10 to 60).
 * @source instruments.md, "When is a change real?"
 */
export function readChange(before: Published, after: Published, earlier: Change = { kind: 'none' }): Change {
  for (const direction of ['rise', 'fall'] as const) {
    if (!isReported(before, after, direction)) continue
    if (excludesNoChange(before, after, direction, 95)) return { kind: 'clear', direction }
    if (!excludesNoChange(before, after, direction, 80)) continue
    const isAgain = earlier.kind !== 'none' && earlier.direction === direction
    return { kind: isAgain ? 'clear' : 'possible', direction }
  }
  return { kind: 'none' }
}

/** Decides in whole numbers, because 60 % less 50 % is not quite 10 points for a computer. */
function isReported(before: Published, after: Published, direction: Direction): boolean {
  const [low, high] = direction === 'rise' ? [before, after] : [after, before]
  return (high.bounds[0] * low.n - low.bounds[1] * high.n) * 100 >= reportedFrom * low.n * high.n
}

function excludesNoChange(before: Published, after: Published, direction: Direction, confidence: Confidence): boolean {
  const { least, most } = outwardDifference(before, after, confidence)
  return direction === 'rise' ? least.lowest > 0 : most.highest < 0
}
