import { canonical } from '~/ballot-box/canonical'
import { allow, type Decision, refuse } from '~/decision'
import { type CommentCell, labelsOf, readComment } from '../comments/rules'
import { boundIn, type HeldCell, type History, overTime } from '../disclosure/history'
import { type Bounds, bounds, commentCell, inTreeOrder, mayBeShown } from '../disclosure/rules'
import { unitsOfCell } from '../published'
import type { PublishedCell, Tally } from '../tally'
import { type UnitNode, unitIdsOf } from '../units'

/** What the server knows of a round without opening a ballot. */
export type RoundKnown = {
  itemIds: readonly string[]
  tree: UnitNode
  history: History
  ballots: number
}

export type TallyRefusal =
  | 'questionUnknown'
  | 'unitUnknown'
  | 'cellsOverlap'
  | 'cellTooSmall'
  | 'figureImpossible'
  | 'countsDiffer'
  | 'commentsTooFew'
  | 'tellsOfThePast'

type Units = readonly string[]

/**
 * Decides whether a count that was made elsewhere may be published: it must keep every rule of disclosure that a count
 * of our own keeps. Whether the answers were added up rightly nobody can see here; the signature tells who says so.
 * @source rule set K7c2.v1, R1, R2, R3, R6 and R7
 */
export function checkTally(tally: Tally, known: RoundKnown): Decision<Tally, TallyRefusal> {
  const because =
    [questionsOf, cellsOf, heldOf, figuresOf, countsOf, commentsOf].map(look => look(tally, known)).find(Boolean) ??
    timeOf(tally, known)
  return because ? refuse(because) : allow(tally)
}

type Look = (tally: Tally, known: RoundKnown) => TallyRefusal | undefined

const questionsOf: Look = ({ cells, held }, { itemIds }) =>
  [...cells, ...held].every(({ itemId }) => itemIds.includes(itemId)) ? undefined : 'questionUnknown'

/** Cells, shown or held, cut the organisation into parts; those that earlier figures bind are among them. */
const cellsOf: Look = ({ cells, held, ballotsPerCell, comments }, { itemIds, tree, history }) => {
  const named = [...cells, ...ballotsPerCell, ...comments]
  if (named.some(({ cellId, unitIds }) => cellId !== unitIds.join('+'))) return 'unitUnknown'
  const perItem = itemIds.map(itemId => {
    return cutOf(partsOf(itemId, { cells, held }), tree, inTreeOrder(tree, boundIn(history, itemId)))
  })
  return [...perItem, ...[ballotsPerCell, comments].map(some => cutOf(unitsOf(some), tree))].find(Boolean)
}

const unitsOf = (some: readonly { unitIds: Units }[]) => some.map(({ unitIds }) => unitIds)
const partsOf = (itemId: string, { cells, held }: Pick<Tally, 'cells' | 'held'>): Units[] => [
  ...unitsOf(cells.filter(cell => cell.itemId === itemId)),
  ...held.filter(cell => cell.itemId === itemId).map(({ cellId }) => unitsOfCell(cellId)),
]

/** Beside what is bound, either all units have a place or none: too few answers for any figure. */
function cutOf(parts: readonly Units[], tree: UnitNode, bound: readonly Units[] = []): TallyRefusal | undefined {
  const all = unitIdsOf(tree)
  const named = parts.flat()
  const told = parts.map(units => units.join('+'))
  if (!named.every(id => all.includes(id))) return 'unitUnknown'
  const ordered = inTreeOrder(tree, copyOf(parts)).map(units => units.join('+'))
  if (!ordered.every(cell => told.includes(cell))) return 'unitUnknown'
  const isBoundKept = bound.every(units => told.includes(units.join('+')))
  const isWhole = named.length === all.length || parts.length === bound.length
  return isBoundKept && isWhole && named.length === new Set(named).size ? undefined : 'cellsOverlap'
}

/** Only units that an earlier figure binds can be a cell with too few answers; any other is cut where enough answered. */
const heldOf: Look = ({ held }, { itemIds, tree, history, ballots }) => {
  if (held.some(({ hadTooFewAnswers }) => hadTooFewAnswers === false) && !mayBeShown(ballots)) return 'figureImpossible'
  const areBound = itemIds.every(itemId => {
    const bound = inTreeOrder(tree, boundIn(history, itemId)).map(units => units.join('+'))
    const tooFew = held.filter(cell => cell.itemId === itemId && cell.hadTooFewAnswers)
    return tooFew.every(({ cellId }) => bound.includes(cellId))
  })
  return areBound ? undefined : 'cellTooSmall'
}

const copyOf = (parts: readonly Units[]) => parts.map(units => [...units])

const figuresOf: Look = ({ cells }, { ballots }) => {
  if (!cells.every(({ n }) => mayBeShown(n))) return 'cellTooSmall'
  return cells.every(cell => cell.n <= ballots && isPossible(cell)) ? undefined : 'figureImpossible'
}

const isPossible = ({ n, favourable, unfavourable }: PublishedCell) =>
  isBounds(favourable, n) && isBounds(unfavourable, n) && favourable[0] + unfavourable[0] <= n

/** Bounds are what `bounds` makes of some count, and nothing in between. */
const isBounds = ([lowest, highest]: Bounds, n: number) =>
  [lowest, highest].some(x => {
    const [low, high] = bounds(x, n)
    return low === lowest && high === highest
  })

/** More ballots than people is no reason to refuse: the result itself shows it to everybody, however it was counted. */
const countsOf: Look = ({ counted, rejected, ballotsPerCell }, { ballots }) => {
  if (counted + rejected !== ballots) return 'countsDiffer'
  const told = ballotsPerCell.reduce((sum, cell) => sum + cell.ballots, 0)
  if (told !== (mayBeShown(counted) ? counted : 0)) return 'countsDiffer'
  return ballotsPerCell.every(cell => mayBeShown(cell.ballots)) ? undefined : 'cellTooSmall'
}

const commentsOf: Look = ({ comments, counted }, { tree }) => {
  const bodies = comments.flatMap(cell => cell.bodies)
  if (bodies.length > counted || !comments.every(cell => isCommentCell(cell, tree))) return 'commentsTooFew'
  return undefined
}

/** A single unit stands by itself only where it is all there is. */
const isCommentCell = ({ unitIds, labels, bodies }: CommentCell, tree: UnitNode) =>
  bodies.length >= commentCell.people &&
  (unitIds.length >= commentCell.units || unitIdsOf(tree).length === 1) &&
  bodies.every(body => readComment(body) === body) &&
  labels.join('\n') === labelsOf(tree, new Set(unitIds)).join('\n')

/** Beside what was shown before, the figures tell nothing about the few who came or left; what is held back stays so. */
function timeOf({ cells, held }: Tally, { itemIds, tree, history }: RoundKnown): TallyRefusal | undefined {
  const tells = itemIds.some(itemId => {
    const of = <Cell extends { itemId: string }>(some: readonly Cell[]) => some.filter(cell => cell.itemId === itemId)
    const figureOf = new Map(
      of(cells).map(({ cellId, n, favourable, unfavourable }) => [cellId, { n, favourable, unfavourable }]),
    )
    const parts = inTreeOrder(tree, copyOf(partsOf(itemId, { cells, held })))
    const counted = parts.map(unitIds => {
      const cellId = unitIds.join('+')
      return { cellId, itemId, unitIds, figure: figureOf.get(cellId) }
    })
    const found = overTime(counted, itemId, history)
    return canonical(found.held.map(sinceOf).sort()) !== canonical(of(held).map(sinceOf).sort())
  })
  return tells ? 'tellsOfThePast' : undefined
}

/** A held figure points at the earlier one that stands in its place: another one there would be shown for it. */
const sinceOf = ({ cellId, sinceRoundId = '', sinceCellId = '' }: HeldCell) =>
  canonical([cellId, sinceRoundId, sinceCellId])
