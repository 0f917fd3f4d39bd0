import { and, count, eq, inArray, isNull, or } from 'drizzle-orm'
import { commentHolds, compact, db, issuances, publishedComments, rounds, transact, unitMembers } from '#db'
import { endAsVoid } from './closing.server'
import { issuedAsMarked } from './issued-mark.server'

/**
 * Ends every round that came out of a backup, or whose database was turned back under it by other means: what was issued
 * and cast since is not known there any more, and going on would give people a second token.
 *
 * A backup holds no lists, so until then nobody can draw a token in it either. It holds no ballots, so a round that
 * waits for the works council to count it ends too.
 *
 * @returns the rounds that ended
 * @throws when the key of the ledger is missing, because the end is entered there
 */
export async function endRestoredRounds(at: Date): Promise<string[]> {
  const running = await db
    .select({ id: rounds.id })
    .from(rounds)
    .where(or(inArray(rounds.state, ['issuing', 'open']), isUncounted))
  const ended: string[] = []
  for (const { id } of running) {
    if (!(await wasTurnedBack(id))) continue
    if ((await endAsVoid(id, 'restored', at)).ok) ended.push(id)
  }
  return ended
}

const isUncounted = and(eq(rounds.state, 'closed'), eq(rounds.closingStep, 'boxShut'))

/**
 * Removes comments that still wait in a restored database: there the names that a confidant blanked since stand in
 * full again, and once nobody can keep them back any longer everybody would read them.
 */
export async function dropWaitingComments() {
  const waiting = db.select({ id: commentHolds.roundId }).from(commentHolds).where(isNull(commentHolds.releasedOn))
  await transact(tx => tx.delete(publishedComments).where(inArray(publishedComments.roundId, waiting)))
  await compact()
}

/** Decides whether a round is older here than its keys know. The note is read first: rows are always written before it. */
async function wasTurnedBack(roundId: string): Promise<boolean> {
  const marked = issuedAsMarked(roundId)
  const [listed, drawn] = [await rowsOf(unitMembers, roundId), await rowsOf(issuances, roundId)]
  return listed === 0 || drawn < marked
}

async function rowsOf(table: typeof unitMembers | typeof issuances, roundId: string): Promise<number> {
  const [row] = await db
    .select({ rows: count().mapWith(Number) })
    .from(table)
    .where(eq(table.roundId, roundId))
  return row!.rows
}
