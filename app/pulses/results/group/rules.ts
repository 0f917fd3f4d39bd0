import { labelsOf } from '../../comments/rules'
import { unitsOfCell } from '../../published'
import type { UnitNode } from '../../units'
import { type Headline, headlineOf } from '../headline'
import type { Comparison } from '../over-time/comparing'
import { type Changes, noChanges } from '../over-time/measurements'
import { type CellResult, type ItemResult, type PublishedRound, resultsOf } from '../rules'
import { isOfBarrier } from '../telling'
import { namesIn, type TeamHung } from './own-unit'

/** Who is counted in a figure: the group by its names, and who is in it beside the team itself. */
export type CountedGroup = { labels: string[]; others: string[] }

/** Where a team was counted in a round. */
export type Counted = { team: Pick<TeamHung, 'name'>; unitId?: string }

/** Why somebody reads about everybody: there is no figure that holds the team, or the team was in no list of the round. */
export type NoGroup = 'noFigure' | 'notOnList'

/**
 * What a round says of the group that holds one team, or of everybody where it says nothing of such a group. All it
 * claims is claimed by the same rules as in the result itself, from published figures only.
 */
export interface GroupResult {
  about: CountedGroup | NoGroup
  headline: Headline
  items: ItemResult[]
  /** What differs from an earlier round, surely or possibly. */
  changed: { id: string; change: Comparison }[]
  /** Whether anything could be compared with an earlier round at all. */
  isCompared: boolean
  /** How many questions were counted in another group, and so are left out. */
  leftOut: number
  response?: CellResult['response']
}

/**
 * Returns what a published round says of the group that holds a unit. Figures of one question may be of a larger group
 * than those of another, and those are not compared: the group that most questions have in common is taken.
 */
export function groupResult(published: PublishedRound, { team, unitId }: Counted, changes = noChanges): GroupResult {
  if (unitId === undefined) return ofEverybody(published, 'notOnList', changes)
  const own = narrowed(published, unitId)
  if (!own) return ofEverybody(published, 'noFigure', changes)
  return { ...ofGroup(own, changes), about: countedWith(own, unitId, team.name) }
}

/** Returns a round with only the figures of the group that holds a unit, so that nothing is made for any other one. */
export function narrowed(published: PublishedRound, unitId: string): Narrowed | undefined {
  const holds = ({ unitIds }: { unitIds: string[] }) => unitIds.includes(unitId)
  const cells = published.cells.filter(holds)
  const held = published.held.filter(cell => holds(cell) && cell.standing)
  const compared = comparedIn([...cells, ...held], isBarrierIn(published))
  const cellId = mostCommon(compared)
  if (cellId === undefined) return undefined
  const isOfGroup = (cell: { cellId: string }) => cell.cellId === cellId
  const leftOut = compared.filter(cell => !isOfGroup(cell)).length
  return { ...published, cells: cells.filter(isOfGroup), held: held.filter(isOfGroup), cellId, leftOut }
}

type Narrowed = PublishedRound & { cellId: string; leftOut: number }

type Cell = { cellId: string; itemId: string; unitIds: string[] }

/** In a check only its barriers are compared. */
function comparedIn(cells: readonly Cell[], isBarrier: (itemId: string) => boolean): readonly Cell[] {
  const barriers = cells.filter(({ itemId }) => isBarrier(itemId))
  return barriers.length > 0 ? barriers : cells
}

/** Of equally common groups the smallest one is taken. */
function mostCommon(cells: readonly Cell[]): string | undefined {
  const votes = new Map<string, number>()
  for (const { cellId } of cells) votes.set(cellId, (votes.get(cellId) ?? 0) + 1)
  const size = (cellId: string) => unitsOfCell(cellId).length
  return [...votes].sort(([a, some], [b, others]) => others - some || size(a) - size(b))[0]?.[0]
}

const isBarrierIn = ({ questions }: PublishedRound) => {
  const barriers = new Set(questions.flatMap(({ barrier }) => (barrier === undefined ? [] : [barrier])))
  return (itemId: string) => barriers.has(itemId)
}

function ofGroup(own: Narrowed, changes: Changes): Omit<GroupResult, 'about'> {
  const items = resultsOf({ ...own, tree: prunedTo(own.tree, new Set(unitsOfCell(own.cellId))) }, changes).items
  const told = items.filter(({ figure }) => figure)
  const compared = told.some(isOfBarrier) ? told.filter(isOfBarrier) : told
  const bands = compared.map(({ cells }) => cells[0]?.response)
  return {
    ...whatItSays(told, ({ cells }) => cells[0]?.change),
    leftOut: own.leftOut,
    response: bands.find(band => band === 'tooFew') ?? bands.find(band => band === 'careful'),
  }
}

function ofEverybody(published: PublishedRound, about: NoGroup, changes: Changes): GroupResult {
  const items = resultsOf({ ...published, tree: prunedTo(published.tree, new Set()) }, changes).items
  const told = items.filter(({ figure }) => figure)
  return { ...whatItSays(told, ({ change }) => change), about, leftOut: 0 }
}

/** A tree with only these units in it: what is made per unit is not made for the others. */
const prunedTo = ({ children, ...node }: UnitNode, unitIds: ReadonlySet<string>): UnitNode => ({
  ...node,
  ...(children && {
    children: children.filter(one => one.children || unitIds.has(one.id)).map(one => prunedTo(one, unitIds)),
  }),
})

function whatItSays(items: readonly ItemResult[], changeOf: (item: ItemResult) => Comparison | undefined) {
  const changes = items.flatMap(item => {
    const change = changeOf(item)
    return change ? [{ id: item.id, change }] : []
  })
  return {
    headline: headlineOf(items),
    items: items.map(item => ({ ...item, cells: [], heldBack: [] })),
    changed: changes.filter(({ change }) => change.kind === 'clear' || change.kind === 'possible'),
    isCompared: changes.some(({ change }) => ['clear', 'possible', 'none'].includes(change.kind)),
  }
}

/** Names who is counted together with a team: those who share its list, and the other units of its figure. */
function countedWith({ tree, cellId }: { tree: UnitNode; cellId: string }, unitId: string, name: string): CountedGroup {
  const unitIds = unitsOfCell(cellId)
  const [own = ''] = labelsOf(tree, new Set([unitId]))
  const sharing = own.split(' + ').length > 1 ? namesIn(own).replace(namesIn(name), ' + ').split(' + ') : []
  const others = labelsOf(tree, new Set(unitIds.filter(id => id !== unitId)))
  return { labels: labelsOf(tree, new Set(unitIds)), others: [...sharing.filter(one => one !== ''), ...others] }
}
