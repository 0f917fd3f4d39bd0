import { partition, smallestCommentCell, unitIdsOf } from '~/pulses/disclosure'
import type { UnitNode } from '~/pulses/units'

/** Characters. @source instruments, pulse item bank: one optional open question of at most 500 characters */
export const longestComment = 500

/** Comments shown together. No id, no order and no place ties them to a figure, a ballot or each other. */
export interface CommentCell {
  cellId: string
  labels: string[]
  unitIds: string[]
  bodies: string[]
}

export type Shuffle = <T>(items: T[]) => T[]

/**
 * Returns a comment as it may be published, or nothing when it is empty, too long or no text.
 * Line ends become one kind; control characters and halves of characters become spaces, because they are of no use to
 * a reader and some databases refuse them.
 */
export function readComment(sent: unknown): string | undefined {
  if (typeof sent !== 'string' || sent.length > 2 * longestComment) return undefined
  const text = sent
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n]|\p{Cs}/gu, ' ')
    .trim()
  return text.length > 0 && text.length <= longestComment ? text : undefined
}

/**
 * Returns the comments that may be published, each in exactly one cell and in an order that says nothing. They are
 * pooled by department, in the same way as answers are by unit, but with a higher threshold.
 * Fewer than `smallestCommentCell` in all: none, and not even how many there were.
 * @source rule set K7c2.v1, R7
 */
export function commentCells(
  tree: UnitNode,
  bodiesPerUnit: ReadonlyMap<string, readonly string[]>,
  shuffle: Shuffle,
): CommentCell[] {
  const departments = departmentsOf(tree)
  const bodiesOf = ({ unitIds }: Department) => unitIds.flatMap(id => bodiesPerUnit.get(id) ?? [])
  const counts = new Map([...departments.values()].map(one => [one.id, bodiesOf(one).length]))
  return partition(departmentTree(tree), counts, smallestCommentCell).map(ids => {
    const members = ids.flatMap(id => departments.get(id) ?? [])
    return {
      cellId: ids.join('+'),
      labels: members.map(one => one.label),
      unitIds: members.flatMap(one => one.unitIds),
      bodies: shuffle(members.flatMap(bodiesOf)),
    }
  })
}

/** The units whose comments belong to one node of the organisation. */
type Department = { id: string; label: string; unitIds: string[] }

/**
 * Returns for each department the units it speaks for: never a unit itself but the node above it, and the node above
 * that when it holds no other unit. A comment is recognised by how it is written, so it needs a larger crowd.
 * @source rule set K7c2.v1, R7: department level or higher
 */
export function departmentsOf(node: UnitNode): Map<string, Department> {
  const below = departmentsIn(node)
  const taken = new Set(below.flatMap(unitIdsOf))
  const own = { id: node.id, label: node.label, unitIds: unitIdsOf(node).filter(id => !taken.has(id)) }
  return new Map([[node.id, own], ...below.flatMap(child => [...departmentsOf(child)])])
}

/** The same tree with departments for leaves; what is written directly in a department is a leaf of its own in it. */
function departmentTree(node: UnitNode): UnitNode {
  const { id, label } = node
  const below = departmentsIn(node).map(departmentTree)
  return below.length > 0 ? { id, label, children: [{ id, label }, ...below] } : { id, label }
}

const departmentsIn = (node: UnitNode) => (node.children ?? []).filter(child => unitIdsOf(child).length > 1)
