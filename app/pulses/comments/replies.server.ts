import { and, eq } from 'drizzle-orm'
import { commentReplies, type Db, db, publishedComments, transact } from '#db'
import { dayIn } from '~/calendar'
import { config } from '~/config.server'
import { refuse } from '~/decision'
import type { Person } from '~/people/rules'
import { maySee, type Reader } from '../results/sight'
import { findRound } from '../store.server'
import { areReleased } from './holds'
import { type ReplySide, replyTo } from './replies'
import { findHold } from './store.server'

/** Finds a comment that this reader can read, with what was said in answer; nothing as long as it waits. */
export async function findAnswerable(roundId: string, commentId: string, by: Reader, from: Db = db) {
  const round = await findRound(roundId, from)
  const at = and(eq(publishedComments.id, commentId), eq(publishedComments.roundId, roundId))
  const [comment] = await from.select().from(publishedComments).where(at)
  const today = dayIn(config.timeZone, new Date())
  const isReadable = round && maySee(round, by, today) && areReleased(await findHold(roundId, from))
  if (!comment || !round || !isReadable) return undefined
  const replies = await from.select().from(commentReplies).where(eq(commentReplies.commentId, commentId))
  return { round: { id: round.id, number: round.number }, comment: { id: comment.id, body: comment.body }, replies }
}

export type Answer = { commentId: string; side: ReplySide; body: string }

/** Puts an answer under a comment, in public, once for each side and for good. Nobody is told of it one by one. */
export function recordReply(roundId: string, { commentId, side, body }: Answer, by: Pick<Person, 'roles'>, at: Date) {
  return transact(async tx => {
    const found = await findAnswerable(roundId, commentId, by, tx)
    if (!found) return refuse('noSuchComment')
    const decision = replyTo({ isReadable: true, replies: found.replies }, side, by)
    if (!decision.ok) return decision
    await tx.insert(commentReplies).values({ commentId, side, body, repliedOn: dayIn(config.timeZone, at) })
    return decision
  })
}
