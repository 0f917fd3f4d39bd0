import { eq, isNotNull } from 'drizzle-orm'
import { compact, conversations, keyWraps, transact } from '#db'

/**
 * Takes out of a restored database what nobody can know to be true still: whom a record is shared with, because a share
 * that ended since would stand again, and who said no to an invitation. Whoever said no is asked once more.
 */
export async function settleRestored() {
  await transact(async tx => {
    await tx.delete(keyWraps).where(isNotNull(keyWraps.endsOn))
    await tx.update(conversations).set({ state: 'invited' }).where(eq(conversations.state, 'declined'))
  })
  await compact()
}
