import { coarsened, type FigureInTime } from './standing'
import type { PublishedCell } from './tally'
import { refresh } from './time-rule'

/** A figure that was shown in an earlier round and that no newer one replaces. */
export interface EarlierFigure extends FigureInTime {
  roundId: string
  cellId: string
}

/** What a count needs to know of the past: who stands on which list now, and per question which figures still stand. */
export interface History {
  members: ReadonlyMap<string, readonly string[]>
  earlier: ReadonlyMap<string, readonly EarlierFigure[]>
}

/** The past of a first round. */
export const noHistory: History = { members: new Map(), earlier: new Map() }

/** A figure that was counted but not shown, and the earlier figure about the same units that still stands, if any. */
export interface HeldCell {
  cellId: string
  itemId: string
  sinceRoundId?: string
  sinceCellId?: string
}

/** Joins cells as they were joined in earlier figures of this question. @source rule set K7c2.v1, R6 */
export function asBefore(cells: readonly string[][], itemId: string, { earlier }: History): string[][] {
  return coarsened(
    cells,
    (earlier.get(itemId) ?? []).map(({ unitIds }) => unitIds),
  )
}

/** Divides the cells of one question into those that are shown and those that are held back. @source rule set K7c2.v1, R6 */
export function overTime(cells: readonly PublishedCell[], itemId: string, { members, earlier }: History) {
  const before = earlier.get(itemId) ?? []
  const inTime = cells.map(cell => ({
    cell,
    unitIds: cell.unitIds,
    memberIds: new Set(cell.unitIds.flatMap(id => members.get(id) ?? [])),
    figure: cell,
  }))
  const { shown, held } = refresh(inTime, before)
  return {
    shown: shown.map(({ cell }) => cell),
    held: held.map(({ cell: { cellId, unitIds } }): HeldCell => {
      const same = before.find(old => isSameUnits(old.unitIds, unitIds))
      return { cellId, itemId, ...(same ? { sinceRoundId: same.roundId, sinceCellId: same.cellId } : {}) }
    }),
  }
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

const isSameUnits = (some: readonly string[], others: readonly string[]) =>
  some.length === others.length && some.every(id => others.includes(id))
