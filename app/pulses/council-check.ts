import { allow, type Decision, refuse } from '~/decision'
import { type CommentCell, labelsOf, readComment } from './comments'
import { type Bounds, bounds, commentCell, inTreeOrder, mayBeShown } from './disclosure'
import { asBefore, type History, overTime } from './history'
import type { PublishedCell, Tally } from './tally'
import { type UnitNode, unitIdsOf } from './units'

/** What the server knows of a round without opening a ballot. */
export type RoundKnown = {
  itemIds: readonly string[]
  tree: UnitNode
  history: History
  ballots: number
  issued: ReadonlyMap<string, number>
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
    [questionsOf, cellsOf, figuresOf, countsOf, commentsOf].map(look => look(tally, known)).find(Boolean) ??
    timeOf(tally, known)
  return because ? refuse(because) : allow(tally)
}

type Look = (tally: Tally, known: RoundKnown) => TallyRefusal | undefined

const questionsOf: Look = ({ cells, held }, { itemIds }) =>
  [...cells, ...held].every(({ itemId }) => itemIds.includes(itemId)) ? undefined : 'questionUnknown'

/** Per question the cells, shown or held, are the whole organisation cut into parts; or there are none. */
const cellsOf: Look = ({ cells, held, ballotsPerCell, comments }, { itemIds, tree }) => {
  const named = [...cells, ...ballotsPerCell, ...comments]
  if (named.some(({ cellId, unitIds }) => cellId !== unitIds.join('+'))) return 'unitUnknown'
  const perItem = itemIds.map(itemId => partsOf(itemId, { cells, held }))
  const found = [...perItem, unitsOf(ballotsPerCell), unitsOf(comments)].map(parts => partition(parts, tree))
  return found.find(Boolean)
}

const unitsOf = (some: readonly { unitIds: Units }[]) => some.map(({ unitIds }) => unitIds)
const partsOf = (itemId: string, { cells, held }: Pick<Tally, 'cells' | 'held'>): Units[] => [
  ...unitsOf(cells.filter(cell => cell.itemId === itemId)),
  ...held.filter(cell => cell.itemId === itemId).map(({ cellId }) => cellId.split('+')),
]

function partition(parts: readonly Units[], tree: UnitNode): TallyRefusal | undefined {
  const all = unitIdsOf(tree)
  const named = parts.flat()
  if (parts.length === 0) return undefined
  if (!named.every(id => all.includes(id))) return 'unitUnknown'
  if (named.length !== new Set(named).size || named.length !== all.length) return 'cellsOverlap'
  const asTold = parts.map(units => units.join('+'))
  const ordered = inTreeOrder(
    tree,
    parts.map(units => [...units]),
  ).map(units => units.join('+'))
  return ordered.every(cell => asTold.includes(cell)) ? undefined : 'unitUnknown'
}

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

const countsOf: Look = ({ counted, rejected, ballotsPerCell }, { ballots, issued }) => {
  if (counted + rejected !== ballots) return 'countsDiffer'
  const told = ballotsPerCell.reduce((sum, cell) => sum + cell.ballots, 0)
  if (told !== (mayBeShown(counted) ? counted : 0)) return 'countsDiffer'
  if (!ballotsPerCell.every(cell => mayBeShown(cell.ballots))) return 'cellTooSmall'
  const issuedIn = (units: Units) => units.reduce((sum, id) => sum + (issued.get(id) ?? 0), 0)
  return ballotsPerCell.every(cell => cell.ballots <= issuedIn(cell.unitIds)) ? undefined : 'countsDiffer'
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

/** Beside what was shown before, the figures tell nothing about the few who came or left. */
function timeOf({ cells, held }: Tally, { itemIds, history }: RoundKnown): TallyRefusal | undefined {
  const tells = itemIds.some(itemId => {
    const shown = cells.filter(cell => cell.itemId === itemId)
    const parts = partsOf(itemId, { cells, held }).map(units => [...units])
    return asBefore(parts, itemId, history).length !== parts.length || overTime(shown, itemId, history).held.length > 0
  })
  return tells ? 'tellsOfThePast' : undefined
}
