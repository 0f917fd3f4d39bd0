import { eq } from 'drizzle-orm'
import { type Db, promises } from '#db'
import { append } from '~/ledger/store.server'
import { findPromise } from './reading.server'
import { follow, todayHere } from './store.server'
import { witnessOfMoving } from './witness'

/**
 * Marks a promise as broken by what management itself did: there is nothing left to judge. Broken once it stays as it is.
 */
export async function recordBreaking(tx: Db, id: string, note: string, at: Date) {
  const happenedOn = todayHere(at)
  const promise = await findPromise(id, happenedOn, tx)
  if (!promise || promise.status === 'broken') return
  const moved = { status: 'broken', side: 'management', note } as const
  await tx.update(promises).set({ status: moved.status }).where(eq(promises.id, id))
  await follow(tx, promise, { kind: 'moved', happenedOn, ...moved })
  await append(tx, witnessOfMoving(id, moved), at)
}
