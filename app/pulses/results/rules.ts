import type { Manifest } from '~/ballot-box/manifest'
import type { HeldCell } from '../disclosure/history'
import { type PublishedFigure, sumOfFigures } from '../disclosure/rules'
import type { FigureKind } from '../figures'
import { type Group, groupsIn, type HeldBackUnit } from '../groups'
import type { Totals } from '../published'
import type { PublishedCell } from '../tally'
import { type UnitNode, unitIdsOf } from '../units'
import { type FigureText, figuresShown } from './figures-shown'
import { type TurnoutBand, turnoutBand } from './saying'

/** One figure of a question; of an earlier round when nothing newer may be shown. What is about the same units has the very same group, so that it is sent only once. */
export type CellResult = PublishedFigure & { group: Group; sinceRound?: number; hadTooFewAnswers?: boolean }

/** All there is to show of one question, or of one barrier. Without any published cell there is no figure of the organisation either. */
export interface ItemResult {
  id: string
  kind: FigureKind
  text: FigureText
  figure?: PublishedFigure
  cells: CellResult[]
  heldBack: HeldBackUnit[]
}

/** `isCertain` says that no other question can be in this place, wherever the true counts lie within their bounds. */
export type Outstanding = { id: string; isCertain: boolean }

/** What stands out in a round: the question answered most often in favour, and the one answered least often so. */
export type Headline =
  | { kind: 'nothing' }
  | { kind: 'alike' }
  | { kind: 'ranked'; most: Outstanding; least: Outstanding }

export interface RoundResults {
  headline: Headline
  turnout?: TurnoutBand
  items: ItemResult[]
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
export function resultsOf({ questions, tree, cells, held, totals }: PublishedRound): RoundResults {
  const groups = groupsIn(tree)
  const items = figuresShown(questions).map(shown => itemResult(shown, groups, { cells, held }))
  return { headline: headlineOf(items), turnout: turnoutBand(totals), items }
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
): ItemResult {
  const cells = published.cells.filter(cell => cell.itemId === id)
  const held = published.held.filter(cell => cell.itemId === id)
  const standing = held.flatMap(cell => (cell.standing ? [{ ...cell, ...cell.standing }] : []))
  const all = [...cells, ...standing]
  return {
    id,
    kind,
    text,
    figure: all.length > 0 ? sumOfFigures(all) : undefined,
    cells: [
      ...cells.map(cell => cellResult(cell, groups)),
      ...standing.map(({ roundNumber: sinceRound, hadTooFewAnswers, ...cell }) => ({
        ...cellResult(cell, groups),
        ...{ sinceRound, hadTooFewAnswers },
      })),
    ],
    heldBack: groups.heldBackIn(
      all,
      held.filter(cell => !cell.standing),
    ),
  }
}

function cellResult(
  { cellId, n, favourable, unfavourable }: PublishedFigure & { cellId: string },
  groups: ReturnType<typeof groupsIn>,
): CellResult {
  return { group: groups.groupOf(cellId), n, favourable, unfavourable }
}

type Ranked = { id: string; lowest: number; middle: number; highest: number }

/** Only five-step questions are ranked: recommending has eleven steps, what became of a promise is no mood, and barriers have a headline of their own. */
const unranked: readonly FigureKind[] = ['recommend11', 'verdict3', 'barrier']

function headlineOf(items: readonly ItemResult[]): Headline {
  const ranked = items.flatMap(({ id, kind, figure }) => (figure && !unranked.includes(kind) ? [rank(id, figure)] : []))
  const [first, ...rest] = ranked
  if (!first) return { kind: 'nothing' }
  const most = rest.reduce((best, one) => (one.middle > best.middle ? one : best), first)
  const least = rest.reduce((worst, one) => (one.middle < worst.middle ? one : worst), first)
  if (most.middle === least.middle) return { kind: 'alike' }
  const isAbove = ranked.every(one => one === most || one.highest < most.lowest)
  const isBelow = ranked.every(one => one === least || one.lowest > least.highest)
  return {
    kind: 'ranked',
    most: { id: most.id, isCertain: isAbove },
    least: { id: least.id, isCertain: isBelow },
  }
}

const rank = (id: string, { n, favourable: [lowest, highest] }: PublishedFigure): Ranked => ({
  id,
  lowest: lowest / n,
  middle: (lowest + highest) / (2 * n),
  highest: highest / n,
})
