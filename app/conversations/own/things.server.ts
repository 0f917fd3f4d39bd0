import { eq } from 'drizzle-orm'
import { conversationRecords, conversations, type Db, db, developmentPlans } from '#db'
import { dayIn } from '~/calendar'
import { config } from '~/config.server'
import type { Person } from '~/people/rules'
import { findOwnPlan } from '../plan/store.server'
import { findRecord, todayHere } from '../record/store.server'
import { destroyListed, destroyRecords } from '../retention/destroying.server'
import { cleanDisk } from '../retention/disk.server'
import { findOwnKey } from '../sealing/store.server'
import type { OwnRecord } from './shown'

/** Returns the records and the plan that belong to somebody, each by what it is. */
export async function ownThings(personId: string, from: Db = db): Promise<Map<string, 'record' | 'plan'>> {
  const records = await from
    .selectDistinct({ id: conversations.id })
    .from(conversations)
    .innerJoin(conversationRecords, eq(conversationRecords.conversationId, conversations.id))
    .where(eq(conversations.employeeId, personId))
  const own = eq(developmentPlans.personId, personId)
  const plans = await from.select({ id: developmentPlans.id }).from(developmentPlans).where(own)
  return new Map([...records.map(({ id }) => [id, 'record'] as const), ...plans.map(({ id }) => [id, 'plan'] as const)])
}

/** Reads the records of somebody as an employee, sealed: they belong to the employee, whoever wrote in them. */
export async function ownRecords(personId: string, at: Date): Promise<OwnRecord[]> {
  const things = await ownThings(personId)
  const ids = [...things].filter(([, kind]) => kind === 'record').map(([id]) => id)
  const seen = await Promise.all(ids.map(id => findRecord(id, personId, todayHere(at))))
  return seen.flatMap(record => {
    if (!record) return []
    const { conversationId, lead, heldOn, wraps, agreed, draft } = record.held
    const wrapped = wraps.find(one => one.personId === personId)?.wrapped ?? null
    return [{ conversationId, with: lead.name, heldOn, wrapped, agreed: agreed ?? null, draft: draft ?? null }]
  })
}

/** Reads what is sealed of somebody, for their own browser to open. */
export async function sealedOf(personId: string, at: Date) {
  return {
    stored: await findOwnKey(personId),
    records: await ownRecords(personId, at),
    plan: await findOwnPlan(personId),
  }
}

/** Destroys every record of somebody as an employee, at once; of each only the day stays, for thirty days. */
export async function withdrawAll(self: Pick<Person, 'id'>, at: Date): Promise<number> {
  const gone = await destroyListed('withdrawn', async tx => {
    const things = await ownThings(self.id, tx)
    const ids = [...things].filter(([, kind]) => kind === 'record').map(([id]) => id)
    await destroyRecords(tx, ids, { as: 'withdrawn', on: dayIn(config.timeZone, at) })
    return ids
  })
  if (gone.length > 0) await cleanDisk()
  return gone.length
}
