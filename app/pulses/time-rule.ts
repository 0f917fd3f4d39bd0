import { type Bounds, insiders, type PublishedFigure, smallestCell, sumOfFigures } from './disclosure'
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
 * left in between, even if nobody else changed their mind and everybody answered.
 *
 * It may when nobody came or left; when the figures moved further than those people alone could move them, for then
 * others changed their mind as well; or when many came and left and what they answered stays open on both sides.
 * @source rule set K7c2.v1, R6
 */
export function mayRefresh(earlier: PublishedFigure, later: PublishedFigure, { left, joined }: Churn): boolean {
  if (left + joined === 0) return true
  const moves = classesOf(earlier).map((before, at) => moveBetween(before, classesOf(later)[at]!))
  if (moves.some(([lowest, highest]) => highest < -left || lowest > joined)) return true
  if (left + joined < smallestCell) return false
  const room = insiders + 1
  return moves.every(
    ([lowest, highest]) => (left === 0 || lowest >= room - left) && (joined === 0 || highest <= joined - room),
  )
}

/**
 * Decides which of the figures counted now may be shown beside all that was shown before, in the order given.
 *
 * A figure about a part of an earlier one is held back, whatever it says: the difference would be a figure about the
 * rest. Every other one is compared, alone and together with those already let through, with every union of the earlier
 * figures it overlaps. So whoever merges units or moves people, in the organisation or on paper, learns no more than
 * whoever looks at one unit.
 * @param earlier the figures that were shown last, of this same question
 * @source rule set K7c2.v1, R6
 */
export function refresh<Figure extends FigureInTime>(
  now: readonly Figure[],
  earlier: readonly FigureInTime[],
): Refreshing<Figure> {
  const shown: Figure[] = []
  const held: Figure[] = []
  const divided = earlier.filter(old => now.filter(one => takesFrom(one, old)).length > 1)
  for (const figure of now) {
    const isPart = divided.some(old => takesFrom(figure, old))
    const target = isPart || !mayBeAdded(figure, shown, earlier) ? held : shown
    target.push(figure)
  }
  return { shown, held }
}

/** Figures that are compared in all their unions; more than this are held back, because nobody could check them all. */
const mostTogether = 12

function mayBeAdded(figure: FigureInTime, shown: readonly FigureInTime[], earlier: readonly FigureInTime[]): boolean {
  const before = earlier.filter(old => overlap(old, figure))
  if (before.length === 0) return true
  const beside = shown.filter(one => before.some(old => overlap(old, one)))
  const around = earlier.filter(old => !before.includes(old) && beside.some(one => overlap(old, one)))
  const old = [...before, ...around]
  if (old.length + beside.length > mostTogether) return false
  return unionsOf(beside).every(others => {
    const later = together([figure, ...others])
    return unionsOf(old).every(some => some.length === 0 || mayStandBeside(later, some, others.length > 0))
  })
}

/** Several new figures together are judged by head counts only: that one of them is held back must not tell why. */
function mayStandBeside(later: FigureInTime, some: readonly FigureInTime[], isUnion: boolean): boolean {
  const union = together(some)
  const churn = churnBetween(union, later, some)
  const people = churn.left + churn.joined
  if (isUnion && people > 0 && people < smallestCell) return false
  return mayRefresh(union.figure, later.figure, churn)
}

/** People that two groups share before they are compared although no unit is in both: people move. */
const sharedBeforeCompared = 2

function overlap(one: FigureInTime, other: FigureInTime): boolean {
  return sharesUnit(one, other) || sharedBy(one.memberIds, other.memberIds) >= sharedBeforeCompared
}

/** A team may have a new name: enough people in common are as good as a unit. */
function takesFrom(later: FigureInTime, earlier: FigureInTime): boolean {
  return sharesUnit(later, earlier) || sharedBy(later.memberIds, earlier.memberIds) >= smallestCell
}

const sharesUnit = (one: FigureInTime, other: FigureInTime) => one.unitIds.some(id => other.unitIds.includes(id))

/** Somebody who moved stands in two earlier figures, with two answers: one of them counts as left. */
function churnBetween(union: FigureInTime, later: FigureInTime, parts: readonly FigureInTime[]): Churn {
  const shared = sharedBy(union.memberIds, later.memberIds)
  const counted = parts.reduce((sum, { memberIds }) => sum + memberIds.size, 0)
  return { left: counted - shared, joined: later.memberIds.size - shared }
}

function sharedBy(some: ReadonlySet<string>, others: ReadonlySet<string>): number {
  const [small, large] = some.size < others.size ? [some, others] : [others, some]
  let shared = 0
  for (const id of small) if (large.has(id)) shared += 1
  return shared
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
