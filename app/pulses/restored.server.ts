import { and, eq, inArray, notExists } from 'drizzle-orm'
import { db, rounds, unitMembers } from '#db'
import { endAsVoid } from './closing.server'

/**
 * Ends every round that runs without anybody on its list: it came out of a backup, which holds no lists.
 *
 * What was issued and cast after the backup is not known any more; going on would give people a second token.
 * Until a round has ended nobody can draw one either, because nobody is on its list.
 *
 * @returns the rounds that ended
 * @throws when the key of the ledger is missing, because the end is entered there
 */
export async function endRestoredRounds(at: Date): Promise<string[]> {
  const listed = db.select().from(unitMembers).where(eq(unitMembers.roundId, rounds.id))
  const running = await db
    .select({ id: rounds.id })
    .from(rounds)
    .where(and(inArray(rounds.state, ['issuing', 'open']), notExists(listed)))
  for (const { id } of running) await endAsVoid(id, 'restored', at)
  return running.map(({ id }) => id)
}
