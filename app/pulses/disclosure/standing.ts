import type { UnitNode } from '../units'
import type { PublishedFigure } from './rules'

/** A figure with the units it is about and who stood on their lists at the time. It says nothing of who answered. */
export interface FigureInTime {
  unitIds: readonly string[]
  memberIds: ReadonlySet<string>
  figure: PublishedFigure
}

/**
 * Returns the cells that earlier figures bind: whoever stood together in a figure keeps doing so, neither split up nor
 * joined by others. Two earlier figures that share a unit today become one cell.
 * @source rule set K7c2.v1, R6: composition stays stable on purpose
 */
export function boundCells(earlier: readonly (readonly string[])[]): string[][] {
  const cells = new Set<string[]>()
  const cellOf = new Map<string, string[]>()
  for (const old of earlier.filter(({ length }) => length > 0)) {
    const touched = new Set(old.flatMap(id => (cellOf.has(id) ? [cellOf.get(id)!] : [])))
    const inOrder = touched.size > 1 ? [...cells].filter(cell => touched.has(cell)) : [...touched]
    for (const cell of inOrder) cells.delete(cell)
    const joined = [...new Set([...inOrder.flat(), ...old])]
    cells.add(joined)
    for (const id of joined) cellOf.set(id, joined)
  }
  return [...cells]
}

/** Returns a tree without these units, for whatever is still free to be cut; nothing when none is left. */
export function without(tree: UnitNode, unitIds: ReadonlySet<string>): UnitNode | undefined {
  if (unitIds.size === 0) return tree
  if (!tree.children) return unitIds.has(tree.id) ? undefined : tree
  const children = tree.children.flatMap(child => without(child, unitIds) ?? [])
  return children.length > 0 ? { ...tree, children } : undefined
}

/** Returns which figures still stand once newer ones are shown: an earlier one does until they cover all of its units. */
export function standingAfter<Figure extends FigureInTime>(
  earlier: readonly Figure[],
  shown: readonly Figure[],
): Figure[] {
  const covered = new Set(shown.flatMap(({ unitIds }) => unitIds))
  return [...earlier.filter(({ unitIds }) => unitIds.length === 0 || !unitIds.every(id => covered.has(id))), ...shown]
}
