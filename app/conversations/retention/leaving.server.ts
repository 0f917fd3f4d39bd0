import { and, between, eq, inArray, isNotNull, isNull, lt, notExists, or, type SQL } from 'drizzle-orm'
import { conversationRecords, conversations, db, developmentPlans, keyWraps, ownKeys, persons, transact } from '#db'
import { addDays, type Day } from '~/calendar'
import { destroyListed, destroyPlan } from './destroying.server'
import { leavingDays } from './kept.server'
import { daysAfterLeaving } from './rules'

const leavers = db.select({ id: persons.id }).from(persons).where(isNotNull(persons.leftAt))

/**
 * Takes the keys away from readers who left. An employee who left keeps the key of the own record until that record goes:
 * somebody who was said to have left by mistake loses nothing.
 *
 * @returns whether there were any
 */
export async function endReading(): Promise<boolean> {
  const { thingId, personId } = keyWraps
  const ownRecord = and(eq(conversations.id, thingId), eq(conversations.employeeId, personId))
  const ownPlan = and(eq(developmentPlans.id, thingId), eq(developmentPlans.personId, personId))
  const ofOthers = and(
    notExists(db.select().from(conversations).where(ownRecord)),
    notExists(db.select().from(developmentPlans).where(ownPlan)),
  )
  return removeWraps(and(inArray(personId, leavers), ofOthers))
}

/** Ends the shares of records, from the first of these conversations to the last, of which the last day is over. @returns whether there were any */
export const endShares = ([first, last]: [string, string], today: Day): Promise<boolean> =>
  removeWraps(and(between(keyWraps.thingId, first, last), lt(keyWraps.endsOn, today)))

async function removeWraps(which: SQL | undefined): Promise<boolean> {
  const [one] = await db.select({ thingId: keyWraps.thingId }).from(keyWraps).where(which).limit(1)
  if (one) await transact(tx => tx.delete(keyWraps).where(which))
  return one !== undefined
}

/**
 * Removes a new version of an agreed record that waits for a lead who left: nobody can agree to it any more. The version
 * that was agreed stays the employee's.
 *
 * @returns whether there were any
 */
export async function dropOrphanedDrafts(today: Day): Promise<boolean> {
  const gone = await longGone(today)
  const { conversationId, version, employeeAgreedOn, leadAgreedOn } = conversationRecords
  const isDraft = or(isNull(employeeAgreedOn), isNull(leadAgreedOn))
  const drafts = await db
    .select({ conversationId, version, leadId: conversations.leadId })
    .from(conversationRecords)
    .innerJoin(conversations, eq(conversations.id, conversationId))
    .where(and(isDraft, inArray(conversations.leadId, leavers)))
  const orphaned = drafts.filter(({ leadId }) => gone.has(leadId))
  for (const draft of orphaned) {
    const same = and(eq(conversationId, draft.conversationId), eq(version, draft.version))
    await transact(tx => tx.delete(conversationRecords).where(and(same, isDraft)))
  }
  return orphaned.length > 0
}

/** Destroys the plans and the own keys of whoever left thirty days ago. @returns whether there were any */
export async function forgetLeavers(today: Day): Promise<boolean> {
  const gone = await longGone(today)
  const { id, personId } = developmentPlans
  const theirs = await db.select({ id, personId }).from(developmentPlans).where(inArray(personId, leavers))
  const plans = theirs.filter(plan => gone.has(plan.personId)).map(plan => plan.id)
  for (const plan of plans)
    await destroyListed('expired', async tx => {
      await destroyPlan(tx, plan)
      return [plan]
    })
  const held = await db.select({ id: ownKeys.personId }).from(ownKeys).where(inArray(ownKeys.personId, leavers))
  const keys = held.map(key => key.id).filter(owner => gone.has(owner))
  for (const key of keys) await transact(tx => tx.delete(ownKeys).where(eq(ownKeys.personId, key)))
  return plans.length + keys.length > 0
}

/** Returns who left so long ago that nothing of theirs is kept any more. */
async function longGone(today: Day): Promise<ReadonlySet<string>> {
  const last = addDays(today, -daysAfterLeaving)
  return new Set([...(await leavingDays())].filter(([, leftOn]) => leftOn < last).map(([id]) => id))
}
