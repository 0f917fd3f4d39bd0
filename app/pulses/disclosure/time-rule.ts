import { type FindKin, kinAmong, overlapsIn, partsAmong, sharedBy } from './overlaps'
import { type Bounds, insiders, type PublishedFigure, smallestCell, sumOfFigures } from './rules'
import type { FigureInTime } from './standing'

/** How many people are only in the earlier group, and how many only in the later one. */
export interface Churn {
  left: number
  joined: number
}

/** What becomes of new figures. */
export interface Refreshing<Figure extends FigureInTime> {
  shown: Figure[]
  held: Figure[]
}

/**
 * Decides whether a new figure may stand beside an earlier one without telling what the people answered who came or
 * left in between, even if nobody else changed their mind.
 *
 * It may when nobody came or left; when the figures moved further than those people alone could move them, for then
 * others changed their mind as well; or when many came and left and what they answered stays open on both sides.
 * Whoever did not answer this time counts as gone: everybody sees how many answered, and colleagues know who was ill.
 * @source rule set K7c2.v1, R6
 */
export function mayRefresh(earlier: PublishedFigure, later: PublishedFigure, { left, joined }: Churn): boolean {
  const gone = Math.max(left, earlier.n - later.n + joined)
  const come = Math.max(joined, later.n - earlier.n + left)
  if (gone + come === 0) return true
  const after = classesOf(later)
  const moves = classesOf(earlier).map((before, at) => moveBetween(before, after[at]!))
  if (moves.some(([lowest, highest]) => highest < -gone || lowest > come)) return true
  if (left + joined < smallestCell) return false
  const room = insiders + 1
  return moves.every(
    ([lowest, highest]) => (gone === 0 || lowest >= room - left) && (come === 0 || highest <= joined - room),
  )
}

/**
 * Decides which of the figures counted now may be shown beside all that was shown before, in the order given.
 *
 * A figure about a part of an earlier one is held back, whatever it says: the difference would be a figure about the
 * rest. Every other one is compared, alone and together with those already let through, with every union of the earlier
 * figures it overlaps: of those that still stand, and of those of each earlier round. So whoever merges units, moves
 * people or lets them come back learns no more than whoever looks at one unit.
 * @param earlier the figures of this same question that still stand
 * @param past the figures of this question as they were shown, round by round
 * @param findKin finds the earlier groups a figure overlaps; given where many questions are about the same groups
 * @source rule set K7c2.v1, R6
 */
export function refresh<Figure extends FigureInTime>(
  now: readonly Figure[],
  earlier: readonly FigureInTime[],
  past: readonly (readonly FigureInTime[])[] = [],
  findKin: FindKin<Figure> = kinAmong([earlier, ...past]),
): Refreshing<Figure> {
  const shown: Figure[] = []
  const held: Figure[] = []
  const parts = partsAmong(now, overlapsIn(earlier, findKin))
  const comparisons = [earlier, ...past].map(figures => comparisonWith<Figure>(figures, findKin))
  for (const figure of now) {
    const mayBeShown = !parts.has(figure) && comparisons.every(({ mayBeAdded }) => mayBeAdded(figure))
    if (mayBeShown) for (const { add } of comparisons) add(figure)
    ;(mayBeShown ? shown : held).push(figure)
  }
  return { shown, held }
}

/** Figures that are compared in all their unions; more than this are held back, because nobody could check them all. */
const mostTogether = 12

/** Compares new figures, one after the other, with figures that people know already. */
function comparisonWith<Figure extends FigureInTime>(earlier: readonly FigureInTime[], findKin: FindKin<Figure>) {
  const overlapping = overlapsIn(earlier, findKin)
  const shownBeside = new Map<FigureInTime, Figure[]>()
  const mayBeAdded = (figure: Figure): boolean => {
    const before = overlapping(figure)
    const [only] = before
    if (!only) return true
    if (before.length === 1 && !shownBeside.has(only)) {
      return mayRefresh(only.figure, figure.figure, churnOf(only, figure, findKin(figure).get(only.memberIds)))
    }
    const beside = [...new Set(before.flatMap(old => shownBeside.get(old) ?? []))]
    const old = [...new Set([...before, ...beside.flatMap(overlapping)])]
    if (old.length + beside.length > mostTogether) return false
    return unionsOf(beside).every(others => {
      const later = together([figure, ...others])
      return unionsOf(old).every(some => some.length === 0 || mayStandBeside(later, some, others.length > 0))
    })
  }
  const add = (figure: Figure) => {
    for (const old of overlapping(figure)) shownBeside.set(old, [...(shownBeside.get(old) ?? []), figure])
  }
  return { mayBeAdded, add }
}

/** Several new figures together are judged by head counts only: that one of them is held back must not tell why. */
function mayStandBeside(later: FigureInTime, some: readonly FigureInTime[], isUnion: boolean): boolean {
  const union = together(some)
  const churn = churnBetween(union, later, some)
  const people = churn.left + churn.joined
  if (isUnion && people > 0 && people < smallestCell) return false
  return mayRefresh(union.figure, later.figure, churn)
}

/** Somebody who moved stands in two earlier figures, with two answers: one of them counts as left. */
function churnBetween(union: FigureInTime, later: FigureInTime, parts: readonly FigureInTime[]): Churn {
  const shared = sharedBy(union.memberIds, later.memberIds)
  const counted = parts.reduce((sum, { memberIds }) => sum + memberIds.size, 0)
  return { left: counted - shared, joined: later.memberIds.size - shared }
}

/** Counts who is in only one of a figure of before and one of now. */
function churnOf(union: FigureInTime, later: FigureInTime, shared = sharedBy(union.memberIds, later.memberIds)): Churn {
  return { left: union.memberIds.size - shared, joined: later.memberIds.size - shared }
}

/** Adds figures up, as anybody can who has them before them. */
export function together(figures: readonly FigureInTime[]): FigureInTime {
  const [only, ...others] = figures
  if (only && others.length === 0) return only
  return {
    unitIds: figures.flatMap(({ unitIds }) => unitIds),
    memberIds: new Set(figures.flatMap(({ memberIds }) => [...memberIds])),
    figure: sumOfFigures(figures.map(({ figure }) => figure)),
  }
}

/** Returns every choice of some of these, including none. */
function unionsOf<T>(all: readonly T[]): T[][] {
  return all.reduce<T[][]>((unions, one) => unions.flatMap(union => [union, [...union, one]]), [[]])
}

/** Returns what the three classes of a figure can be; the middle one follows from the other two. */
function classesOf({ n, favourable, unfavourable }: PublishedFigure): readonly Bounds[] {
  const middle: Bounds = [Math.max(0, n - favourable[1] - unfavourable[1]), n - favourable[0] - unfavourable[0]]
  return [favourable, middle, unfavourable]
}

const moveBetween = (before: Bounds, after: Bounds): Bounds => [after[0] - before[1], after[1] - before[0]]
