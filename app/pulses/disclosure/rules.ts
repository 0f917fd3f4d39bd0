import { type UnitNode, unitIdsOf } from '../units'

/** The name under which these rules stand in the manifest and the ledger of every round. @source rule set K7c2.v1, R9 */
export const ruleSet = 'K7c2.v1'

/** People. A figure about fewer is never shown, whatever it says. @source rule set K7c2.v1, R1 */
export const smallestCell = 7

/** People. This many colleagues may put their own answers together and still not learn a third one's. @source rule set K7c2.v1, R3 */
export const insiders = 2

/** Comments, each from another person. Fewer than this are deleted unread. @source rule set K7c2.v1, R7 */
export const smallestCommentCell = 10

/** A count lies between these two, ends included; equal ends are the count itself. */
export type Bounds = readonly [lowest: number, highest: number]

/** Everything that is ever published about one question in one cell: how many answered, and two counts in bounds. */
export interface PublishedFigure {
  n: number
  favourable: Bounds
  unfavourable: Bounds
}

/** Decides whether a count about this many people may be shown at all. @source rule set K7c2.v1, R1 */
export const mayBeShown = (people: number) => people >= smallestCell

/**
 * Returns what may be told about `x` people out of `n`: the count itself when at least `insiders + 2` people are on
 * either side of it, otherwise only that it is low or high. So nobody is ever shown that "everybody else" said the same.
 * @source rule set K7c2.v1, R3
 */
export function bounds(x: number, n: number): Bounds {
  const edge = insiders + 1
  if (x <= edge) return [0, edge]
  return x >= n - edge ? [n - edge, n] : [x, x]
}

/**
 * Returns the figure of a cell, the only form in which its answers leave the count.
 * @throws RangeError for fewer than `smallestCell` people or an impossible count: a fault in the caller, never a person's.
 * @source rule set K7c2.v1, R1 and R3
 */
export function publishedFigure(n: number, favourable: number, unfavourable: number): PublishedFigure {
  if (!mayBeShown(n)) throw new RangeError(`a figure needs ${smallestCell} answers`)
  if (favourable < 0 || unfavourable < 0 || favourable + unfavourable > n) throw new RangeError('impossible count')
  return { n, favourable: bounds(favourable, n), unfavourable: bounds(unfavourable, n) }
}

/**
 * Returns the figure of a department or the organisation: the sum of the published figures in it, never a new count.
 * So subtracting one published figure from another gives a published figure again.
 * @source rule set K7c2.v1, R1
 */
export function sumOfFigures(figures: Iterable<PublishedFigure>): PublishedFigure {
  let sum: PublishedFigure = { n: 0, favourable: [0, 0], unfavourable: [0, 0] }
  for (const one of figures) {
    sum = {
      n: sum.n + one.n,
      favourable: plus(sum.favourable, one.favourable),
      unfavourable: plus(sum.unfavourable, one.unfavourable),
    }
  }
  return sum
}

const plus = (a: Bounds, b: Bounds): Bounds => [a[0] + b[0], a[1] + b[1]]

/** What makes a cell: how many answers (or comments) there must be, and from how many units. */
export interface CellRule {
  people: number
  units: number
  /** What else must hold of the units of a cell, by head counts only. What may stand nowhere is then told nowhere. */
  mayStand?: (unitIds: readonly string[]) => boolean
}

/** A unit may stand by itself once enough people in it answered. @source rule set K7c2.v1, R1 */
export const answerCell: CellRule = { people: smallestCell, units: 1 }

/** A unit's comments never stand by themselves. @source rule set K7c2.v1, R7: department level or higher */
export const commentCell: CellRule = { people: smallestCommentCell, units: 2 }

/**
 * Divides the units into cells that satisfy a rule: no unit in two cells, no unit in none.
 *
 * A unit with enough answers is a cell. The others are pooled at their parent as soon as they are enough together,
 * else one level higher; what is left at the top joins the smallest cell (the one whose first unit comes first, if
 * several are equally small). With too few answers in all there is no cell, and nothing is published.
 *
 * It is given head counts and sees no answer, so what is hidden says nothing about what was answered.
 * @returns per cell its unit ids, in the order of the tree
 * @source rule set K7c2.v1, R1 and R2
 */
export function partition(tree: UnitNode, counts: ReadonlyMap<string, number>, rule = answerCell): string[][] {
  const size = (unitIds: string[]) => unitIds.reduce((sum, id) => sum + (counts.get(id) ?? 0), 0)
  const mayStand = (unitIds: string[]) => rule.mayStand?.(unitIds) ?? true
  const isLarge = (unitIds: string[]) => size(unitIds) >= rule.people && mayStand(unitIds)
  const { cells, rest } = pool(tree, unitIds => unitIds.length >= rule.units && isLarge(unitIds))
  const inOrder = (some: string[][]) => inTreeOrder(tree, some)
  const [first, ...others] = inOrder(cells)
  if (!first) return isLarge(rest) ? [rest] : []
  const smallest = others.reduce((least, one) => (size(one) < size(least) ? one : least), first)
  if (!mayStand([...smallest, ...rest])) return inOrder(cells)
  return inOrder([first, ...others].map(cell => (cell === smallest ? [...cell, ...rest] : cell)))
}

type Pooled = { cells: string[][]; rest: string[] }

/** Makes a cell of everything that is left over in this node, if that is enough; otherwise it stays left over. */
function pool(node: UnitNode, isEnough: (unitIds: string[]) => boolean): Pooled {
  const parts = node.children?.map(child => pool(child, isEnough))
  const cells = parts?.flatMap(part => part.cells) ?? []
  const rest = parts?.flatMap(part => part.rest) ?? [node.id]
  return rest.length > 0 && isEnough(rest) ? { cells: [...cells, rest], rest: [] } : { cells, rest }
}

/** Puts the units of each cell, and then the cells, in the order of the tree. */
export function inTreeOrder(tree: UnitNode, cells: readonly string[][]): string[][] {
  const place = placesIn(tree)
  const at = (id: string | undefined) => place.get(id ?? '') ?? 0
  return cells.map(cell => [...cell].sort((a, b) => at(a) - at(b))).sort((a, b) => at(a[0]) - at(b[0]))
}

const known = new WeakMap<UnitNode, ReadonlyMap<string, number>>()

/** Every question of a round asks for the order of the same tree: of 5,000 units, looking once saves half the time (measured). */
function placesIn(tree: UnitNode): ReadonlyMap<string, number> {
  const places = known.get(tree) ?? new Map(unitIdsOf(tree).map((id, index) => [id, index]))
  known.set(tree, places)
  return places
}
