import type { AnswerClass } from 'surveys/scoring'
import { type UnitNode, unitIdsOf } from '~/pulses/units'
import { type CommentCell, commentCells, readComment, type Shuffle } from './comments/rules'
import { type CountedCell, cellsOver, type HeldCell, type History, noHistory, overTime } from './disclosure/history'
import { mayBeShown, type PublishedFigure, partition, publishedFigure } from './disclosure/rules'
import { classIn, type Figure, figuresOf, type Question } from './figures'

export type { Question } from './figures'

/** One published figure: one question, or one barrier, in one cell. */
export interface PublishedCell extends PublishedFigure {
  cellId: string
  itemId: string
  unitIds: string[]
}

/** How many ballots came from a cell; units with too few are counted with others, exactly as for a question. */
export interface Turnout {
  cellId: string
  unitIds: string[]
  ballots: number
}

/** All that is left of a round. Whoever holds it holds no answer, no ballot and no order of arrival. */
export interface Tally {
  cells: PublishedCell[]
  /** Counted, but not shown beside what was shown before. */
  held: HeldCell[]
  comments: CommentCell[]
  ballotsPerCell: Turnout[]
  counted: number
  rejected: number
}

/** A count under way: class counts and comments per unit. A ballot is forgotten as soon as it is added. */
export interface Count {
  figures: readonly Figure[]
  tree: UnitNode
  units: ReadonlyMap<string, UnitCount>
  rejected: number
}

type Classes = Record<AnswerClass, number>
type UnitCount = { ballots: number; classes: ReadonlyMap<string, Classes>; comments: string[] }

/** Starts a count for a round: its questions and its frozen tree, both as they stand in the manifest. */
export function startCount(questions: readonly Question[], tree: UnitNode): Count {
  const figures = figuresOf(questions)
  const none = (): Classes => ({ favourable: 0, middle: 0, unfavourable: 0 })
  const emptyUnit = (): UnitCount => ({
    ballots: 0,
    classes: new Map(figures.map(({ id }) => [id, none()])),
    comments: [],
  })
  return { figures, tree, units: new Map(unitIdsOf(tree).map(id => [id, emptyUnit()])), rejected: 0 }
}

/**
 * Adds one opened ballot to the count, each answer reduced to its class first.
 *
 * A ballot may hold anything a hostile client can make up, so: no object, no unit of this round or no answers object
 * rejects the whole ballot; an answer that is no step of its question's scale, or to a question that was not asked, is
 * skipped as if the person had left it out; so is a comment that is too long or no text. It never throws, and never
 * changes what others answered.
 * @source rule set K7c2.v1, R3: three classes, and every answer in exactly one figure
 */
export function addBallot(count: Count, ballot: unknown): void {
  const { unit: unitId, answers, comment } = isObject(ballot) ? ballot : {}
  const unit = count.units.get(unitId as string)
  if (!unit || !isObject(answers)) {
    count.rejected += 1
    return
  }
  unit.ballots += 1
  for (const figure of count.figures) {
    const found = classIn(figure, answers)
    const classes = unit.classes.get(figure.id)
    if (classes && found) classes[found] += 1
  }
  const body = readComment(comment)
  if (body !== undefined) unit.comments.push(body)
}

/**
 * Ends a count: divides the units into cells, per question by how many answered it, and returns what is published
 * beside what was published before.
 * @source rule set K7c2.v1, R1, R2, R3, R6 and R7
 */
export function publish({ figures, tree, units, rejected }: Count, shuffle: Shuffle, before = noHistory): Tally {
  const perItem = figures.map(({ id }) => overTime(cellsOf(id, { tree, units }, before), id, before))
  const cells = perItem.flatMap(({ shown }) => shown)
  const ballots = mapValues(units, unit => unit.ballots)
  return {
    cells,
    held: perItem.flatMap(({ held }) => held),
    comments: commentCells(
      tree,
      mapValues(units, unit => unit.comments),
      shuffle,
    ),
    ballotsPerCell: partition(tree, ballots).map(unitIds => ({
      cellId: cellIdOf(unitIds),
      unitIds,
      ballots: sum(unitIds.map(id => ballots.get(id) ?? 0)),
    })),
    counted: sum([...ballots.values()]),
    rejected,
  }
}

/** Counts a whole round at once. `shuffle` brings the chance in: rules have none of their own. */
export function tally(
  round: { questions: readonly Question[]; tree: UnitNode; ballots: Iterable<unknown> },
  shuffle: Shuffle,
  before: History = noHistory,
): Tally {
  const count = startCount(round.questions, round.tree)
  for (const ballot of round.ballots) addBallot(count, ballot)
  return publish(count, shuffle, before)
}

function cellsOf(itemId: string, { tree, units }: Pick<Count, 'tree' | 'units'>, before: History): CountedCell[] {
  const classes = mapValues(units, unit => unit.classes.get(itemId))
  const total = (unitIds: string[], which: AnswerClass) => sum(unitIds.map(id => classes.get(id)?.[which] ?? 0))
  const answered = mapValues(classes, one => (one ? one.favourable + one.middle + one.unfavourable : 0))
  return cellsOver(tree, answered, itemId, before).map(unitIds => {
    const n = sum(unitIds.map(id => answered.get(id) ?? 0))
    const cell = { cellId: cellIdOf(unitIds), itemId, unitIds }
    if (!mayBeShown(n)) return cell
    return { ...cell, figure: publishedFigure(n, total(unitIds, 'favourable'), total(unitIds, 'unfavourable')) }
  })
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const cellIdOf = (unitIds: string[]) => unitIds.join('+')
const sum = (numbers: number[]) => numbers.reduce((total, one) => total + one, 0)
function mapValues<A, B>(from: ReadonlyMap<string, A>, to: (value: A) => B): Map<string, B> {
  const mapped = new Map<string, B>()
  for (const [key, value] of from) mapped.set(key, to(value))
  return mapped
}
