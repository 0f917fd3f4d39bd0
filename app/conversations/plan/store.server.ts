import { and, eq } from 'drizzle-orm'
import { conversations, type Db, db, developmentPlans, keyWraps, transact } from '#db'
import type { Day } from '~/calendar'
import { allow, type Decision, refuse } from '~/decision'
import type { Person } from '~/people/rules'
import { logDeed } from '../record/log.server'
import { destroyedMark, destroyedMarks } from '../retention/destroyed-list.server'
import { areForPresentKeys } from '../sealing/store.server'
import { circleOf } from './circle.server'
import type { PlanSent } from './form'
import { isOpenTo, type PlanRefused } from './rules'
import type { PlanStored } from './shown'

/** Finds somebody's own plan, with its key as it is wrapped for them. */
export async function findOwnPlan(personId: string, from: Db = db): Promise<PlanStored | null> {
  return findPlanWhere(eq(developmentPlans.personId, personId), personId, from)
}

/** Finds a plan with its key as it is wrapped for a reader; whether they may read it is for the caller to decide. */
export const findPlan = (planId: string, readerId: string, from: Db = db) =>
  findPlanWhere(eq(developmentPlans.id, planId), readerId, from)

async function findPlanWhere(which: ReturnType<typeof eq>, readerId: string, from: Db): Promise<PlanStored | null> {
  const { id, revision, sealed, sight, reviewOn, changedOn } = developmentPlans
  const [row] = await from
    .select({ id, revision, sealed, sight, reviewOn, changedOn, wrapped: keyWraps.wrapped })
    .from(developmentPlans)
    .leftJoin(keyWraps, and(eq(keyWraps.thingId, id), eq(keyWraps.personId, readerId)))
    .where(which)
  return row ?? null
}

/**
 * Saves somebody's own plan. Every change comes with a new key, wrapped for whom it is open to from now on: whoever
 * could read the plan before cannot read what is written after.
 */
export async function savePlan(
  self: Person,
  { planId, revision, reviewOn, wraps, ...words }: PlanSent,
  at: { today: Day; now: Date },
): Promise<Decision<{ revision: number }, PlanRefused>> {
  const circle = await circleOf(self)
  const readers = circle.filter(({ as }) => isOpenTo(words.sight, as)).map(({ id }) => id)
  const isForThem = wraps.every(({ personId }) => personId === self.id || readers.includes(personId))
  const isForSelf = wraps.some(({ personId }) => personId === self.id)
  const isOnce = new Set(wraps.map(({ personId }) => personId)).size === wraps.length
  if (!(isForThem && isForSelf && isOnce)) return refuse('wrapsNotRight')
  const row = { ...words, revision: revision + 1, reviewOn: reviewOn || null, changedOn: at.today }
  return transact(async tx => {
    const stands = await findOwnPlan(self.id, tx)
    const mayFollow = stands ? follows(stands, { planId, revision }) : await mayBegin(tx, { planId, revision })
    if (!mayFollow.ok) return mayFollow
    if (!(await areForPresentKeys(wraps, tx))) return refuse('wrapsNotRight')
    const isThis = eq(developmentPlans.id, planId)
    if (stands) await tx.update(developmentPlans).set(row).where(isThis)
    else await tx.insert(developmentPlans).values({ id: planId, personId: self.id, ...row })
    await tx.delete(keyWraps).where(eq(keyWraps.thingId, planId))
    const given = wraps.map(({ personId, wrapped }) => ({ personId, wrapped, thingId: planId, givenOn: at.today }))
    await tx.insert(keyWraps).values(given)
    await logDeed(tx, { thingId: planId, actorId: self.id, deed: 'wrote', at: at.now })
    return allow({ revision: row.revision })
  })
}

type Seen = { planId: string; revision: number }

const follows = (stands: PlanStored, { planId, revision }: Seen): Decision<true, PlanRefused> =>
  stands.id === planId && stands.revision === revision ? allow(true) : refuse('changedMeanwhile')

/** A new plan takes the place of nothing: whoever saves one that was destroyed meanwhile hears so. */
async function mayBegin(tx: Db, { planId, revision }: Seen): Promise<Decision<true, PlanRefused>> {
  if (revision > 0 || destroyedMarks().has(destroyedMark(planId))) return refuse('gone')
  const [talk] = await tx.select({ id: conversations.id }).from(conversations).where(eq(conversations.id, planId))
  const [plan] = await tx
    .select({ id: developmentPlans.id })
    .from(developmentPlans)
    .where(eq(developmentPlans.id, planId))
  return talk || plan ? refuse('wrapsNotRight') : allow(true)
}
