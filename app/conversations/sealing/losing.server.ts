import { and, eq, inArray, ne, or } from 'drizzle-orm'
import { conversationRecords, conversations, type Db, db, developmentPlans, keyWraps, ownKeys } from '#db'
import { type Day, dayIn } from '~/calendar'
import { config } from '~/config.server'
import { destroyListed, destroyPlan, destroyRecords } from '../retention/destroying.server'
import { cleanDisk } from '../retention/disk.server'

/** What becomes of everything that somebody could open with the key they lost. */
export type Losses = {
  /** Records that the other of the two can still open, and so give access to again. */
  kept: number
  /** Records that nobody of the two can open then; they are destroyed. */
  destroyed: number
  /** Records and plans of others that were shared with this person. */
  shared: number
  plan: 'none' | 'destroyed' | 'kept'
}

/** Counts what becomes unreadable when somebody gives up their key. */
export async function lossesWithKey(personId: string): Promise<Losses> {
  const { records, orphans, plan, shared } = await openedBy(personId)
  return { kept: records - orphans.length, destroyed: orphans.length, shared, plan: plan?.fate ?? 'none' }
}

/**
 * Gives up a key that is lost, so that a new one can be made. Whatever no other person can open is destroyed; the rest
 * waits for who can still open it.
 */
export async function loseOwnKey(personId: string, at: Date) {
  const on: Day = dayIn(config.timeZone, at)
  await destroyListed('expired', async tx => {
    const { orphans, plan } = await openedBy(personId, tx)
    const lostPlan = plan?.fate === 'destroyed' ? plan.id : undefined
    if (orphans.length > 0) await destroyRecords(tx, orphans, { as: 'expired', on })
    if (lostPlan) await destroyPlan(tx, lostPlan)
    await tx.delete(keyWraps).where(eq(keyWraps.personId, personId))
    await tx.delete(ownKeys).where(eq(ownKeys.personId, personId))
    return lostPlan ? [...orphans, lostPlan] : orphans
  })
  await cleanDisk()
}

async function openedBy(personId: string, from: Db = db) {
  const wraps = await from.select({ id: keyWraps.thingId }).from(keyWraps).where(eq(keyWraps.personId, personId))
  const things = wraps.map(({ id }) => id)
  const talks = await ownTalks(personId, things, from)
  const isOpenTo = await othersWhoOpen(personId, things, from)
  const plan = await ownPlan(personId, from)
  const orphans = talks.filter(({ id, other }) => !isOpenTo(id, [other])).map(({ id }) => id)
  const isOwn = new Set([...talks.map(({ id }) => id), plan])
  return {
    records: talks.length,
    orphans,
    plan:
      plan === undefined ? undefined : { id: plan, fate: isOpenTo(plan) ? ('kept' as const) : ('destroyed' as const) },
    shared: things.filter(id => !isOwn.has(id)).length,
  }
}

/** Returns the one-to-ones of a person among these that have a record, each with the other of the two. */
async function ownTalks(personId: string, things: string[], from: Db) {
  const { id, employeeId, leadId } = conversations
  const rows = await from
    .selectDistinct({ id, employeeId, leadId })
    .from(conversations)
    .innerJoin(conversationRecords, eq(conversationRecords.conversationId, id))
    .where(and(inArray(id, things), or(eq(employeeId, personId), eq(leadId, personId))))
  return rows.map(row => ({ id: row.id, other: row.employeeId === personId ? row.leadId : row.employeeId }))
}

/** Returns who tells whether somebody else can open a thing; of a record that must be the other of the two. */
async function othersWhoOpen(personId: string, things: string[], from: Db) {
  const isOthers = and(inArray(keyWraps.thingId, things), ne(keyWraps.personId, personId))
  const wraps = await from.select({ thing: keyWraps.thingId, who: keyWraps.personId }).from(keyWraps).where(isOthers)
  return (thing: string, among?: string[]) =>
    wraps.some(wrap => wrap.thing === thing && (among?.includes(wrap.who) ?? true))
}

async function ownPlan(personId: string, from: Db): Promise<string | undefined> {
  const own = eq(developmentPlans.personId, personId)
  const [plan] = await from.select({ id: developmentPlans.id }).from(developmentPlans).where(own)
  return plan?.id
}
