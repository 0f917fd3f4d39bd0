import type { Manifest } from '~/ballot-box/manifest'
import { type Certainty, participationBand } from '~/statistics/participation'
import type { HeldCell } from '../disclosure/history'
import { type PublishedFigure, sumOfFigures } from '../disclosure/rules'
import type { FigureKind } from '../figures'
import { type Group, groupsIn, type HeldBackUnit } from '../groups'
import { type Totals, unitsOfCell } from '../published'
import type { PublishedCell } from '../tally'
import { type UnitNode, unitIdsOf } from '../units'
import { type FigureText, figuresShown } from './figures-shown'
import { type Headline, headlineOf } from './headline'
import type { Comparison } from './over-time/comparing'
import { type Changes, noChanges } from './over-time/measurements'
import { turnoutOf } from './saying'

/** One figure of a question; of an earlier round when nothing newer may be shown. What is about the same units has the very same group, so that it is sent only once. */
export type CellResult = PublishedFigure & {
  group: Group
  sinceRound?: number
  hadTooFewAnswers?: boolean
  change?: Comparison
  /** How far the figure may stand for the whole group, where too few of it answered for a fair picture. */
  response?: Exclude<Certainty, 'fair'>
}

/** All there is to show of one question, or of one barrier. Without any published cell there is no figure of the organisation either. */
export interface ItemResult {
  id: string
  kind: FigureKind
  text: FigureText
  figure?: PublishedFigure
  change?: Comparison
  /** How many answers of the organisation's figure were given in an earlier round; absent when none were. */
  olderAnswers?: number
  cells: CellResult[]
  heldBack: HeldBackUnit[]
}

export interface RoundResults {
  headline: Headline
  turnout?: Certainty
  items: ItemResult[]
  /** Every unit of the round, in the order of the tree. */
  units: { unitId: string; label: string }[]
}

/** A figure that was held back: what stands in its place is the last one about the same units, if there is one. */
export interface HeldFigure extends HeldCell {
  unitIds: string[]
  standing?: PublishedFigure & { roundNumber: number }
}

/** All that is kept of a published round, and all a result may be made from. */
export interface PublishedRound {
  questions: Manifest['questions']
  tree: UnitNode
  cells: readonly PublishedCell[]
  held: readonly HeldFigure[]
  totals: Totals
}

/** Returns the result of a round for its readers: nothing is counted here, published figures are only set in order. */
export function resultsOf(published: PublishedRound, changes: Changes = noChanges): RoundResults {
  const { questions, tree, totals } = published
  const groups = groupsIn(tree)
  const responseOf = responseIn(tree)
  const places = new Map(unitIdsOf(tree).map((unitId, place) => [unitId, place]))
  const placeOf = ({ group }: CellResult) => places.get(unitsOfCell(group.cellId)[0]!) ?? 0
  const items = figuresShown(questions).map(shown => {
    const item = itemResult(shown, groups, published, changes)
    const cells = item.cells.map(cell => ({ ...cell, ...responseOf(cell) }))
    return { ...item, cells: cells.sort((one, other) => placeOf(one) - placeOf(other)) }
  })
  const units = unitIdsOf(tree).map(unitId => ({ unitId, label: groups.groupOf(unitId).labels.join() }))
  return { headline: headlineOf(items), turnout: turnoutOf(totals), items, units }
}

/** Returns the stored figures as they were announced: by question, then in the order of the tree. */
export function inOrder(questions: Manifest['questions'], tree: UnitNode, cells: readonly PublishedCell[]) {
  const unitIds = unitIdsOf(tree)
  const place = (cell: PublishedCell) => unitIds.indexOf(cell.unitIds[0]!)
  return figuresShown(questions).flatMap(({ id }) =>
    cells.filter(cell => cell.itemId === id).sort((one, other) => place(one) - place(other)),
  )
}

function itemResult(
  { id, kind, text }: ReturnType<typeof figuresShown>[number],
  groups: ReturnType<typeof groupsIn>,
  published: Pick<PublishedRound, 'cells' | 'held'>,
  changes: Changes,
): ItemResult {
  const { organisation: change, groups: changeOf } = changes.get(id) ?? {}
  const cells = published.cells.filter(cell => cell.itemId === id)
  const held = published.held.filter(cell => cell.itemId === id)
  const standing = held.flatMap(cell => (cell.standing ? [{ ...cell, ...cell.standing }] : []))
  const unseen = held.filter(cell => !cell.standing)
  const all = [...cells, ...standing]
  const older = standing.reduce((sum, { n }) => sum + n, 0)
  return {
    id,
    kind,
    text,
    ...(all.length > 0 ? { figure: sumOfFigures(all), change, ...(older > 0 && { olderAnswers: older }) } : {}),
    cells: [
      ...cells.map(cell => ({ ...cellResult(cell, groups), change: changeOf?.get(cell.cellId) })),
      ...standing.map(cell => standingResult(cell, groups)),
    ],
    heldBack: groups.heldBackIn(all, unseen),
  }
}

function cellResult(
  { cellId, n, favourable, unfavourable }: PublishedFigure & { cellId: string },
  groups: ReturnType<typeof groupsIn>,
): CellResult {
  return { group: groups.groupOf(cellId), n, favourable, unfavourable }
}

/** The figure that stands on, with the round it is from: why there is no newer one is told as far as it may be. */
const standingResult = (
  { roundNumber: sinceRound, hadTooFewAnswers, ...cell }: PublishedFigure & HeldFigure & { roundNumber: number },
  groups: ReturnType<typeof groupsIn>,
): CellResult => ({ ...cellResult(cell, groups), sinceRound, hadTooFewAnswers })

/** Returns who tells of a new figure how many of the group answered; who stood on the list of an older one is not known here. */
function responseIn(tree: UnitNode): (cell: CellResult) => Pick<CellResult, 'response'> {
  const rosters = new Map(unitsIn(tree).map(({ id, roster }) => [id, roster ?? 0]))
  return ({ group, n, sinceRound }) => {
    const people = unitsOfCell(group.cellId).reduce((sum, id) => sum + (rosters.get(id) ?? 0), 0)
    const response = participationBand(n, people)
    return sinceRound || people === 0 || response === 'fair' ? {} : { response }
  }
}

const unitsIn = (node: UnitNode): UnitNode[] => node.children?.flatMap(unitsIn) ?? [node]
