import type { PublishedFigure } from './disclosure'

/** A figure with the units it is about and who stood on their lists at the time. It says nothing of who answered. */
export interface FigureInTime {
  unitIds: readonly string[]
  memberIds: ReadonlySet<string>
  figure: PublishedFigure
}

/**
 * Joins cells until each earlier one lies whole in one of them: units that were once counted together stay together,
 * because whoever knows the figure of both and of one knows the other.
 * @source rule set K7c2.v1, R6
 */
export function coarsened(cells: readonly string[][], earlier: readonly (readonly string[])[]): string[][] {
  const known = new Set(cells.flat())
  return earlier.reduce<string[][]>(
    (joined, old) => {
      const touches = (cell: string[]) => cell.some(id => old.includes(id))
      const touched = joined.filter(touches)
      const first = joined.findIndex(touches)
      return joined.flatMap((cell, at) => (at === first ? [touched.flat()] : touches(cell) ? [] : [cell]))
    },
    cells.map(cell => cell.filter(id => known.has(id))),
  )
}

/** Returns which figures still stand once newer ones are shown: an earlier one does until they cover all of its units. */
export function standingAfter<Figure extends FigureInTime>(
  earlier: readonly Figure[],
  shown: readonly Figure[],
): Figure[] {
  const covered = new Set(shown.flatMap(({ unitIds }) => unitIds))
  return [...earlier.filter(({ unitIds }) => unitIds.length === 0 || !unitIds.every(id => covered.has(id))), ...shown]
}
