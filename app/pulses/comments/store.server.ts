import { randomBytes } from 'node:crypto'
import { asc, eq, getTableColumns } from 'drizzle-orm'
import { commentHolds, commentReplies, db, publishedComments } from '#db'
import { cellLabels } from '../groups'
import type { UnitNode } from '../units'
import { areReleased } from './holds'
import { type Reply, replySides } from './replies'
import type { CommentCell, RoundComments } from './rules'

/** Writes comments as rows that say nothing of each other: an id of pure chance, and no date but the round's. */
export const commentRows = (roundId: string, { cellId, bodies }: Pick<CommentCell, 'cellId' | 'bodies'>) =>
  bodies.map(body => ({ id: randomBytes(16).toString('hex'), roundId, cellId, body }))

/** Finds how long the comments of a round wait, or waited. */
export async function findHold(roundId: string, from: Pick<typeof db, 'select'> = db) {
  const [hold] = await from.select().from(commentHolds).where(eq(commentHolds.roundId, roundId))
  return hold
}

/** Returns the comments of a published round for everybody: none, and not how many, as long as they wait. */
export async function commentsOf(roundId: string, tree: UnitNode): Promise<RoundComments> {
  const hold = await findHold(roundId)
  if (!areReleased(hold)) return { waitUntil: hold!.heldUntil, groups: [] }
  const rows = await commentsInOrder(roundId)
  const replies = await repliesIn(roundId)
  const groups = [...new Set(rows.map(row => row.cellId))].sort().map(cellId => ({
    cellId,
    labels: cellLabels(tree, cellId),
    comments: rows
      .filter(row => row.cellId === cellId)
      .map(({ id, body }) => ({ id, body, replies: replies.get(id) ?? [] })),
  }))
  return hold ? { blanks: hold.blanked, groups } : { groups }
}

/** Ordered by their random ids: the order in which they were shuffled says nothing, and it stays the same. */
export const commentsInOrder = (roundId: string) =>
  db.select().from(publishedComments).where(eq(publishedComments.roundId, roundId)).orderBy(asc(publishedComments.id))

async function repliesIn(roundId: string): Promise<Map<string, Reply[]>> {
  const rows = await db
    .select(getTableColumns(commentReplies))
    .from(commentReplies)
    .innerJoin(publishedComments, eq(publishedComments.id, commentReplies.commentId))
    .where(eq(publishedComments.roundId, roundId))
  const bySide = rows.sort((one, other) => replySides.indexOf(one.side) - replySides.indexOf(other.side))
  const replies = new Map<string, Reply[]>()
  for (const { commentId, ...reply } of bySide) replies.set(commentId, [...(replies.get(commentId) ?? []), reply])
  return replies
}
