import { count, eq, inArray } from 'drizzle-orm'
import { db, issuances, rounds, unitMembers } from '#db'
import { endAsVoid } from './closing.server'
import { issuedAsMarked } from './issued-mark.server'

/**
 * Ends every round that came out of a backup, or whose database was turned back under it by other means: what was issued
 * and cast since is not known there any more, and going on would give people a second token.
 *
 * A backup holds no lists, so until then nobody can draw a token in it either.
 *
 * @returns the rounds that ended
 * @throws when the key of the ledger is missing, because the end is entered there
 */
export async function endRestoredRounds(at: Date): Promise<string[]> {
  const running = await db
    .select({ id: rounds.id })
    .from(rounds)
    .where(inArray(rounds.state, ['issuing', 'open']))
  const ended: string[] = []
  for (const { id } of running) {
    if (!(await wasTurnedBack(id))) continue
    await endAsVoid(id, 'restored', at)
    ended.push(id)
  }
  return ended
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
