import { createHash } from 'node:crypto'
import { and, eq, isNotNull, isNull, ne } from 'drizzle-orm'
import { commentHolds, compact, type Db, db, publishedComments, rounds, transact } from '#db'
import { dayIn } from '~/calendar'
import { config } from '~/config.server'
import { allow, refuse } from '~/decision'
import { append } from '~/ledger/store.server'
import type { Person } from '~/people/rules'
import type { Ask } from '../asks'
import { findRound } from '../store.server'
import { blanked } from './blanks'
import { hasConfidant, isConfidant } from './confidants.server'
import { heldUntil, isDue, openHold } from './holds'
import { commentsInOrder, findHold } from './store.server'

const today = (at: Date) => dayIn(config.timeZone, at)

/** Lets the comments of a round wait for a confidant, if there is one and there is something to read; part of making the round public. */
export async function holdComments(tx: Db, roundId: string, at: Date) {
  const [comment] = await tx.select().from(publishedComments).where(eq(publishedComments.roundId, roundId)).limit(1)
  if (!comment || !(await hasConfidant(tx))) return
  await tx.insert(commentHolds).values({ roundId, heldUntil: heldUntil(today(at)), blanked: 0 })
}

/** Finds the comments that wait, for a confidant, in the order in which everybody will read them; nothing once they are released. */
export async function findHeld(roundId: string) {
  const [round, hold] = [await findRound(roundId), await findHold(roundId)]
  if (!round || !openHold(hold).ok) return undefined
  const comments = (await commentsInOrder(roundId)).map(({ id, body }) => ({ id, body, version: versionOf(body) }))
  return { round: { id: round.id, number: round.number }, heldUntil: hold!.heldUntil, blanks: hold!.blanked, comments }
}

/** Returns the rounds whose comments wait, the one that waited longest first. */
export async function listHeld() {
  return db
    .select({ round: { id: rounds.id, number: rounds.number }, waitUntil: commentHolds.heldUntil })
    .from(commentHolds)
    .innerJoin(rounds, eq(rounds.id, commentHolds.roundId))
    .where(isNull(commentHolds.releasedOn))
    .orderBy(rounds.number)
}

/** Tells a confidant that comments wait for them. */
export async function commentAsks(person: Person): Promise<Ask[]> {
  if (!(await isConfidant(person))) return []
  return (await listHeld()).map(one => ({ kind: 'commentsWait', ...one }))
}

export type Marked = { comment: string; version: string; words: number[] }

/** Shows what a comment becomes without the marked words; nothing is changed. */
export async function previewBlanks(roundId: string, marked: Marked) {
  return markedIn(roundId, marked, db)
}

/**
 * Takes the marked words out of a comment that waits. No text is taken from the confidant: only which words go.
 * What stood there is gone from the table at once, and from the disk when the comments are released.
 */
export function recordBlanks(roundId: string, marked: Marked) {
  return transact(async tx => {
    const decision = await markedIn(roundId, marked, tx)
    if (!decision.ok) return decision
    const { body, blanks } = decision.value
    const hold = (await findHold(roundId, tx))!
    await tx.update(publishedComments).set({ body }).where(eq(publishedComments.id, marked.comment))
    await tx
      .update(commentHolds)
      .set({ blanked: hold.blanked + blanks })
      .where(eq(commentHolds.roundId, roundId))
    return decision
  })
}

/** Makes the comments of a round public, once and for good, with how many names were blanked; what was blanked leaves the disk. */
export async function releaseComments(roundId: string, at: Date) {
  const decision = await transact(async tx => {
    const hold = await findHold(roundId, tx)
    const open = openHold(hold)
    if (!open.ok) return open
    await tx
      .update(commentHolds)
      .set({ releasedOn: today(at) })
      .where(eq(commentHolds.roundId, roundId))
    const data = { round: roundId, blanked: hold!.blanked }
    await append(tx, { type: 'comments.released', data }, at)
    return allow({ blanks: hold!.blanked })
  })
  if (decision.ok && decision.value.blanks > 0) await compact()
  return decision
}

/** Releases what has waited for its longest; called every minute. */
export async function releaseDue(at: Date) {
  const holds = await db.select().from(commentHolds).where(isNull(commentHolds.releasedOn))
  for (const hold of holds) if (isDue(hold, today(at))) await releaseComments(hold.roundId, at)
}

/**
 * Repeats what a fall may have left undone: words that were blanked leave the disk as well. Nothing tells whether that
 * was done, and a house may stand still for longer than any number of days, so it is repeated at each start.
 */
export async function finishReleases() {
  const withBlanks = and(isNotNull(commentHolds.releasedOn), ne(commentHolds.blanked, 0))
  const [released] = await db.select({ id: commentHolds.roundId }).from(commentHolds).where(withBlanks).limit(1)
  if (released) await compact()
}

async function markedIn(roundId: string, { comment, version, words }: Marked, from: Pick<Db, 'select'>) {
  const open = openHold(await findHold(roundId, from))
  if (!open.ok) return open
  const at = and(eq(publishedComments.id, comment), eq(publishedComments.roundId, roundId))
  const [row] = await from.select().from(publishedComments).where(at)
  if (!row) return refuse('noSuchComment')
  return versionOf(row.body) === version ? blanked(row.body, words) : refuse('changedMeanwhile')
}

/** Names a text, so that whoever marks its words by number marks the words that they saw. */
const versionOf = (body: string) => createHash('sha256').update(body).digest('hex').slice(0, 16)
