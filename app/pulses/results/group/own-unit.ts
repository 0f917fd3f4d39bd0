import type { UnitNode } from '../../units'

/** A team as it hangs in the organisation: the teams above it, the nearest first. */
export type TeamHung = { id: string; name: string; aboveIds: readonly string[] }

/**
 * Finds the unit of a team by the names in a frozen tree: the one that hangs where the team hangs, by its own name before
 * one that it shares. Nothing where no name tells, or two tell it equally well.
 */
export function unitNamed(tree: UnitNode, team: TeamHung): string | undefined {
  const near = [team.id, ...team.aboveIds, tree.id]
  const found = leavesIn(tree, tree.id).flatMap(({ id, label, parentId }) => {
    if (!namesIn(label).includes(` + ${team.name} + `)) return []
    const place = near.indexOf(parentId)
    return [{ id, far: (place < 0 ? near.length : place) * 2 + Number(label !== team.name) }]
  })
  const nearest = Math.min(...found.map(({ far }) => far))
  const best = found.filter(({ far }) => far === nearest)
  return best.length === 1 ? best[0]!.id : undefined
}

type Leaf = { id: string; label: string; parentId: string }

const leavesIn = ({ id, label, children }: UnitNode, parentId: string): Leaf[] =>
  children ? children.flatMap(child => leavesIn(child, id)) : [{ id, label, parentId }]

/** Writes the names in a label so that each stands between two joins. */
export const namesIn = (label: string) => ` + ${label} + `
