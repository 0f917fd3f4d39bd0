import fc from 'fast-check'
import type { UnitNode } from '~/pulses/units'

/** Nested lists: a list is a node, anything else is what is in a leaf. */
export type Nested<Leaf> = { leaf: Leaf } | { branches: Nested<Leaf>[] }

/** Makes random trees of at most three levels. */
export function nested<Leaf>(leaf: fc.Arbitrary<Leaf>): fc.Arbitrary<Nested<Leaf>> {
  const leaves: fc.Arbitrary<Nested<Leaf>> = leaf.map(it => ({ leaf: it }))
  const level = (below: fc.Arbitrary<Nested<Leaf>>): fc.Arbitrary<Nested<Leaf>> =>
    fc.array(below, { minLength: 1, maxLength: 4 }).map(branches => ({ branches }))
  return level(fc.oneof({ weight: 3, arbitrary: leaves }, { weight: 2, arbitrary: level(leaves) }))
}

/** Names the nodes of a random tree, and returns it with what is in each leaf. */
export function asUnitTree<Leaf>(shape: Nested<Leaf>): { tree: UnitNode; leaves: Map<string, Leaf> } {
  const leaves = new Map<string, Leaf>()
  const visit = (node: Nested<Leaf>, id: string): UnitNode => {
    if ('branches' in node) return { id, label: id, children: node.branches.map((one, i) => visit(one, `${id}.${i}`)) }
    const unitId = `U${leaves.size + 1}`
    leaves.set(unitId, node.leaf)
    return { id: unitId, label: unitId }
  }
  return { tree: visit(shape, 'org'), leaves }
}

/** A tree of units, written by hand: a list of unit ids and lists. */
export function unitTree(id: string, ...children: (string | UnitNode)[]): UnitNode {
  const asNode = (child: string | UnitNode) => (typeof child === 'string' ? { id: child, label: child } : child)
  return { id, label: id, children: children.map(asNode) }
}
