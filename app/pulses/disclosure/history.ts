import type { PublishedCell } from '../tally'
import type { UnitNode } from '../units'
import { type FindKin, kinAmong } from './overlaps'
import { inTreeOrder, type PublishedFigure, partition } from './rules'
import { boundCells, type FigureInTime, without } from './standing'
import { refresh } from './time-rule'

/** A figure that was shown in an earlier round; it stands as long as no newer one replaces it. */
export interface EarlierFigure extends FigureInTime {
  roundId: string
  cellId: string
  stands: boolean
}

/** What a count needs to know of the past: who stands on which list now, and per question what was shown in the past year. */
export interface History {
  members: ReadonlyMap<string, readonly string[]>
  earlier: ReadonlyMap<string, readonly EarlierFigure[]>
}

/** The past of a first round. */
export const noHistory: History = { members: new Map(), earlier: new Map() }

/**
 * A figure that was counted but not shown, and the earlier figure about the same units that still stands, if any.
 * That too few answered may be told: it follows from how many answered alone. Why the others are held back may not.
 */
export interface HeldCell {
  cellId: string
  itemId: string
  /** Absent in rounds that were published before this was kept. */
  hadTooFewAnswers?: boolean
  sinceRoundId?: string
  sinceCellId?: string
}

/**
 * Divides the units into the cells of one question: first those that earlier figures bind, then what is still free.
 * A bound cell with too few answers this time is not joined with others; its earlier figure stands.
 * @source rule set K7c2.v1, R1 and R6
 */
export function cellsOver(
  tree: UnitNode,
  answered: ReadonlyMap<string, number>,
  itemId: string,
  before: History,
): string[][] {
  const bound = boundIn(before, itemId)
  const free = without(tree, new Set(bound.flat()))
  return inTreeOrder(tree, [...bound, ...(free ? partition(free, answered) : [])])
}

/** Returns the cells of a question that the figures bind which still stand. */
export function boundIn({ earlier }: History, itemId: string): string[][] {
  return boundCells(standingOf(earlier.get(itemId)).map(({ unitIds }) => unitIds))
}

const standingOf = (figures: readonly EarlierFigure[] = []) => figures.filter(({ stands }) => stands)

/** A cell of one question; without a figure when too few people in it answered. */
export type CountedCell = { cellId: string; itemId: string; unitIds: string[]; figure?: PublishedFigure }

/** Divides the cells of one question into those that are shown and those that are held back. @source rule set K7c2.v1, R6 */
export function overTime(cells: readonly CountedCell[], itemId: string, history: History) {
  const before = history.earlier.get(itemId) ?? []
  const { groupOf, findKin } = groupsIn(history)
  const inTime = cells.flatMap(({ cellId, unitIds, figure }) =>
    figure ? [{ cellId, unitIds, figure, memberIds: groupOf(cellId, unitIds).memberIds }] : [],
  )
  const standing = standingOf(before)
  const { shown } = refresh(inTime, standing, roundByRound(before), ({ cellId, unitIds }) =>
    findKin(groupOf(cellId, unitIds)),
  )
  const shownIds = new Set(shown.map(({ cellId }) => cellId))
  // Of two figures about the same units the first one stands for both.
  const standingAt = new Map([...standing].reverse().map(old => [nameOf(old.unitIds), old]))
  return {
    shown: shown.map(({ cellId, unitIds, figure }): PublishedCell => ({ cellId, itemId, unitIds, ...figure })),
    held: cells
      .filter(({ cellId }) => !shownIds.has(cellId))
      .map(({ cellId, unitIds, figure }): HeldCell => {
        const same = standingAt.get(nameOf(unitIds))
        const hadTooFewAnswers = !figure
        return {
          cellId,
          itemId,
          hadTooFewAnswers,
          ...(same ? { sinceRoundId: same.roundId, sinceCellId: same.cellId } : {}),
        }
      }),
  }
}

type Group = { unitIds: readonly string[]; memberIds: ReadonlySet<string> }
type Groups = { groupOf: (cellId: string, unitIds: string[]) => Group; findKin: FindKin }
const known = new WeakMap<History, Groups>()

/** Every question of a round is about the same people: who stands where is looked up once for all of them. */
function groupsIn(history: History): Groups {
  const groups = known.get(history) ?? { groupOf: groupsOf(history), findKin: kinAmong(history.earlier.values()) }
  known.set(history, groups)
  return groups
}

function groupsOf({ members, earlier }: History): Groups['groupOf'] {
  const ofCell = new Map<string, Group>()
  return (cellId, unitIds) => {
    const found = ofCell.get(cellId)
    if (found) return found
    const ids = earlier.size > 0 ? unitIds.flatMap(id => members.get(id) ?? []) : []
    const group = { unitIds, memberIds: new Set(ids) }
    ofCell.set(cellId, group)
    return group
  }
}

function roundByRound(figures: readonly EarlierFigure[]): EarlierFigure[][] {
  const rounds = new Map<string, EarlierFigure[]>()
  for (const one of figures) {
    const round = rounds.get(one.roundId)
    if (round) round.push(one)
    else rounds.set(one.roundId, [one])
  }
  return [...rounds.values()]
}

/**
 * Returns which units of today go on with an earlier figure: those of which at least half the people stood in it.
 * Units are numbered anew in each round and teams get other names, so only the people tell.
 */
export function unitsOfToday(memberIds: ReadonlySet<string>, today: History['members']): string[] {
  return [...today].flatMap(([unitId, now]) => {
    const known = now.filter(id => memberIds.has(id)).length
    return known > 0 && known * 2 >= now.length ? [unitId] : []
  })
}

/** Names a group of units whatever their order. */
const nameOf = (unitIds: readonly string[]) => (unitIds.length === 1 ? unitIds[0]! : [...unitIds].sort().join('+'))
