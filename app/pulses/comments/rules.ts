import { commentCell, partition } from '../disclosure/rules'
import { type UnitNode, unitIdsOf } from '../units'
import type { Reply } from './replies'

/** Characters. @source instruments, pulse item bank: one optional open question of at most 500 characters */
export const longestComment = 500

/** Comments shown together. No id, no order and no place ties them to a figure, a ballot or each other. */
export interface CommentCell {
  cellId: string
  labels: string[]
  unitIds: string[]
  bodies: string[]
}

/** One comment as everybody reads it, with what was said in answer. */
export type CommentRead = { id: string; body: string; replies: Reply[] }
/** The comments of a round: nothing of them while they wait. `blanks` is absent where nobody read them first. */
export type RoundComments = {
  waitUntil?: string
  blanks?: number
  groups: { cellId: string; labels: string[]; comments: CommentRead[] }[]
}

/** Stands where a confidant took words out: always as long, so that it says nothing of how long a name was. */
export const blankMark = '▇▇▇'

export type Shuffle = <T>(items: T[]) => T[]

/**
 * Returns a comment as it may be published, or nothing when it is empty, too long or no text.
 * Line ends become one kind; control characters and halves of characters become spaces, because they are of no use to
 * a reader and some databases refuse them. So does the sign of a blank: nobody can pretend that words were taken out.
 */
export function readComment(sent: unknown): string | undefined {
  if (typeof sent !== 'string' || sent.length > 2 * longestComment) return undefined
  const text = sent
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n]|\p{Cs}|▇/gu, ' ')
    .trim()
  return text.length > 0 && text.length <= longestComment ? text : undefined
}

/**
 * Returns the comments that may be published, each in exactly one cell and in an order that says nothing.
 *
 * A comment is recognised by how it is written, so it needs a larger crowd than an answer: a cell has at least
 * `smallestCommentCell` of them, each from another person, and never from one unit alone unless that unit is the whole
 * organisation. Fewer in all: none is published, and not even how many there were.
 * @source rule set K7c2.v1, R7: department level or higher
 */
export function commentCells(
  tree: UnitNode,
  bodiesPerUnit: ReadonlyMap<string, readonly string[]>,
  shuffle: Shuffle,
): CommentCell[] {
  const counts = new Map([...bodiesPerUnit].map(([unitId, bodies]) => [unitId, bodies.length]))
  return partition(tree, counts, commentCell).map(unitIds => ({
    cellId: unitIds.join('+'),
    labels: labelsOf(tree, new Set(unitIds)),
    unitIds,
    bodies: shuffle(unitIds.flatMap(unitId => bodiesPerUnit.get(unitId) ?? [])),
  }))
}

/** Names these units by the largest nodes they fill: "North" instead of every unit in it; a single one by its own name. */
export function labelsOf(node: UnitNode, unitIds: ReadonlySet<string>): string[] {
  const within = unitIdsOf(node)
  if (within.every(id => unitIds.has(id)) && (within.length > 1 || !node.children)) return [node.label]
  return (node.children ?? []).flatMap(child => labelsOf(child, unitIds))
}
