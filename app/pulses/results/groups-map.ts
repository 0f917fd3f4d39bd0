import { outwardInterval } from '~/statistics/wilson'
import type { HeldBackUnit } from '../groups'
import { unitsOfCell } from '../published'
import type { CellResult, ItemResult, RoundResults } from './rules'
import { type AboutHalf, aboutHalf, toldOf } from './telling'

/** Where one unit and one figure meet: a figure, also one about several units together, or the reason why there is none. */
export type MapCell = { itemId: string } & (
  | { kind: 'figure'; cell: CellResult; about: AboutHalf; with?: string[] }
  | { kind: 'heldBack'; unit: HeldBackUnit }
)

/** One unit with what there is about it, figure by figure. */
export type MapRow = { unitId: string; label: string; cells: MapCell[] }

/**
 * Lays every unit beside every figure, in the order of the tree and of the questions: it ranks nobody. There is no map
 * where no figure tells the units apart.
 */
export function mapOf(items: readonly ItemResult[], units: RoundResults['units']): MapRow[] {
  const shown = items.filter(({ figure }) => figure)
  if (!shown.some(({ cells }) => cells.length > 1)) return []
  const columns = shown.map(columnOf)
  return units.map(({ unitId, label }) => ({ unitId, label, cells: columns.flatMap(column => column(unitId)) }))
}

/** Returns who finds the cell of each unit for one figure. */
function columnOf({ id: itemId, kind, cells, heldBack }: ItemResult): (unitId: string) => MapCell[] {
  const figures = new Map(cells.flatMap(cell => unitsOfCell(cell.group.cellId).map(unitId => [unitId, cell] as const)))
  const reasons = new Map(heldBack.map(unit => [unit.unitId, unit]))
  return unitId => {
    const cell = figures.get(unitId)
    const unit = reasons.get(unitId)
    if (cell) {
      const { bounds, n } = toldOf(kind, cell)
      const others = unit?.reason.kind === 'countedWith' ? { with: unit.reason.labels } : {}
      return [{ itemId, kind: 'figure', cell, about: aboutHalf(outwardInterval(bounds, n)), ...others }]
    }
    return unit ? [{ itemId, kind: 'heldBack', unit }] : []
  }
}
