import { unitsOfCell } from '~/pulses/published'
import { type UnitNode, unitIdsOf } from '~/pulses/units'
import { labelsOf } from './comments/rules'

/** Units counted together: `labels` are the largest departments they fill, `unitLabels` all of them. */
export type Group = { cellId: string; labels: string[]; unitLabels: string[] }

/**
 * Why a unit has no figure of its own: its answers are in a joint figure, there are too few, or its figure was held back.
 * `churn` is told where a new figure could tell about those who came, left or moved, `either` where that or too few
 * answers was the reason: in rounds that were published before it was kept which of the two.
 */
export type HeldBackReason = { kind: 'countedWith'; labels: string[] } | { kind: Alone }
type Alone = 'tooFewAnswers' | 'churn' | 'either'
export type HeldBackUnit = { unitId: string; label: string; reason: HeldBackReason }

type UnitsCounted = { cellId: string; unitIds: string[] }
type UnitsHeld = UnitsCounted & { hadTooFewAnswers?: boolean }

/** Names the units of a cell by the largest departments they fill. */
export const cellLabels = (tree: UnitNode, cellId: string) => labelsOf(tree, new Set(unitsOfCell(cellId)))

/** Returns who names the groups of a tree: each group, and each unit held back in it, is made once for all questions. */
export function groupsIn(tree: UnitNode) {
  const unitIds = unitIdsOf(tree)
  const groupOf = once((cellId): Group => {
    const unitLabels = unitsOfCell(cellId).map(unitId => unitLabel(tree, unitId))
    return { cellId, labels: cellLabels(tree, cellId), unitLabels }
  })
  const alone = (kind: Alone) =>
    once((unitId): HeldBackUnit => ({ unitId, label: unitLabel(tree, unitId), reason: { kind } }))
  const because = { tooFewAnswers: alone('tooFewAnswers'), churn: alone('churn'), either: alone('either') }
  const together = once(cellId => countedTogether(tree, cellId))
  const heldBackIn = (cells: readonly UnitsCounted[], held: readonly UnitsHeld[]) => {
    const whyOf = new Map(held.flatMap(cell => cell.unitIds.map(unitId => [unitId, whyHeld(cell)] as const)))
    const cellOf = new Map(cells.flatMap(cell => cell.unitIds.map(unitId => [unitId, cell] as const)))
    return unitIds.flatMap(unitId => {
      const cell = cellOf.get(unitId)
      if (!cell) return [because[whyOf.get(unitId) ?? 'tooFewAnswers'](unitId)]
      return cell.unitIds.length > 1 ? [together(cell.cellId).get(unitId)!] : []
    })
  }
  return { groupOf, heldBackIn }
}

function whyHeld({ hadTooFewAnswers }: UnitsHeld): Alone {
  if (hadTooFewAnswers === undefined) return 'either'
  return hadTooFewAnswers ? 'tooFewAnswers' : 'churn'
}

function countedTogether(tree: UnitNode, cellId: string): Map<string, HeldBackUnit> {
  const unitIds = unitsOfCell(cellId)
  return new Map(
    unitIds.map(unitId => {
      const labels = labelsOf(tree, new Set(unitIds.filter(other => other !== unitId)))
      return [unitId, { unitId, label: unitLabel(tree, unitId), reason: { kind: 'countedWith', labels } }]
    }),
  )
}

const unitLabel = (tree: UnitNode, unitId: string) => labelsOf(tree, new Set([unitId])).join()

/** Makes each thing once by its id, and gives the same one when it is asked for again. */
function once<Made>(make: (id: string) => Made) {
  const made = new Map<string, Made>()
  return (id: string): Made => {
    if (!made.has(id)) made.set(id, make(id))
    return made.get(id)!
  }
}
