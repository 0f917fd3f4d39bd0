import { and, eq, inArray } from 'drizzle-orm'
import { accessLog, conversationRecords, conversations, type Db, developmentPlans, keyWraps, transact } from '#db'
import { type Day, dayIn } from '~/calendar'
import { config } from '~/config.server'
import type { Person } from '~/people/rules'
import { type EndedAs, rememberDestroyed } from './destroyed-list.server'
import { cleanDisk } from './disk.server'

type Self = Pick<Person, 'id'>

/** Why there is no record any more, and since when. */
export type Ending = { as: EndedAs; on: Day }

/**
 * Destroys the record of a conversation: its words, every wrapped key and who read it. Only the day stays, for thirty
 * days. Call it in `destroyListed`, and `cleanDisk` afterwards.
 */
export const destroyRecord = (tx: Db, conversationId: string, ending: Ending) =>
  destroyRecords(tx, [conversationId], ending)

/** Records destroyed in one transaction, so that whoever saves meanwhile does not wait for all of them. */
export const batchSize = 250

/** Returns these ids in as many parts as transactions are needed. */
export const inBatches = (ids: readonly string[]) =>
  Array.from({ length: Math.ceil(ids.length / batchSize) }, (_, nth) =>
    ids.slice(nth * batchSize, (nth + 1) * batchSize),
  )

/** Destroys many records as one. */
export async function destroyRecords(tx: Db, conversationIds: string[], { as, on }: Ending) {
  await tx.delete(conversationRecords).where(inArray(conversationRecords.conversationId, conversationIds))
  await forgetReaders(tx, conversationIds)
  await tx.update(conversations).set({ state: as, endedOn: on }).where(inArray(conversations.id, conversationIds))
}

/** Destroys a development plan: its words, every wrapped key and who read it. */
export async function destroyPlan(tx: Db, planId: string) {
  await tx.delete(developmentPlans).where(eq(developmentPlans.id, planId))
  await forgetReaders(tx, [planId])
}

async function forgetReaders(tx: Db, thingIds: string[]) {
  await tx.delete(keyWraps).where(inArray(keyWraps.thingId, thingIds))
  await tx.delete(accessLog).where(inArray(accessLog.thingId, thingIds))
}

/**
 * Destroys in one transaction, and writes down what went as its last step: whoever reads that it failed still has it.
 *
 * @param work destroys; returns the records and plans that went
 */
export const destroyListed = (as: EndedAs, work: (tx: Db) => Promise<string[]>): Promise<string[]> =>
  transact(async tx => {
    const gone = await work(tx)
    rememberDestroyed(gone, as)
    return gone
  })

/**
 * Withdraws a record because its employee wants it gone; no reason is asked. Afterwards it has left the tables and the
 * disk, and a backup that is put back loses it again.
 *
 * @returns whether this person had a record there to withdraw
 */
export async function withdraw(conversationId: string, self: Self, at: Date): Promise<boolean> {
  const own = and(eq(conversations.id, conversationId), eq(conversations.employeeId, self.id))
  const gone = await destroyListed('withdrawn', async tx => {
    const [record] = await tx
      .select({ id: conversations.id })
      .from(conversations)
      .innerJoin(conversationRecords, eq(conversationRecords.conversationId, conversations.id))
      .where(own)
      .limit(1)
    if (!record) return []
    await destroyRecord(tx, conversationId, { as: 'withdrawn', on: dayIn(config.timeZone, at) })
    return [conversationId]
  })
  if (gone.length > 0) await cleanDisk()
  return gone.length > 0
}

/** Destroys somebody's own development plan, also on the disk. @returns whether there was one */
export async function withdrawPlan(self: Self): Promise<boolean> {
  const own = eq(developmentPlans.personId, self.id)
  const gone = await destroyListed('withdrawn', async tx => {
    const [plan] = await tx.select({ id: developmentPlans.id }).from(developmentPlans).where(own)
    if (!plan) return []
    await destroyPlan(tx, plan.id)
    return [plan.id]
  })
  if (gone.length > 0) await cleanDisk()
  return gone.length > 0
}
