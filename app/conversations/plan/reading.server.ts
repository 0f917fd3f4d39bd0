import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { developmentPlans, keyWraps, transact } from '#db'
import { type Day, dayIn } from '~/calendar'
import { config } from '~/config.server'
import { allow, type Decision, refuse } from '~/decision'
import type { Person } from '~/people/rules'
import { logDeed, logFor, logReading } from '../record/log.server'
import { findOwnKey, findPublicKeys } from '../sealing/store.server'
import { circleWithKeys, plansOpenTo } from './circle.server'
import type { OwnPlan, PlanOfOther } from './shown'
import { findOwnPlan, findPlan } from './store.server'

/** Returns the calendar day here. */
export const todayHere = (at: Date): Day => dayIn(config.timeZone, at)

/** Reads what the page of somebody's own plan shows. */
export async function ownPlanPage(self: Person): Promise<OwnPlan> {
  const plan = await findOwnPlan(self.id)
  const log = plan ? await logFor(plan.id, { personId: self.id, standing: 'employee' }) : []
  const shared = await plansOpenTo(self)
  return {
    me: { id: self.id, stored: await findOwnKey(self.id) },
    plan,
    newId: randomUUID(),
    circle: await circleWithKeys(self, plan),
    log: log
      .filter(({ actorId }) => actorId !== self.id)
      .map(({ id, deed, at, name }) => ({ id, deed, at: at.toISOString(), name })),
    sharedWithMe: shared.map(({ planId, of }) => ({ planId, of })),
  }
}

/** Reads a plan of somebody else for whoever may read it now, and writes down that they did; for anybody else there is none. */
export async function planOfOther(planId: string, reader: Person, at: Date): Promise<PlanOfOther | undefined> {
  const open = (await plansOpenTo(reader)).find(one => one.planId === planId)
  const plan = open && (await findPlan(planId, reader.id))
  if (!open || !plan) return undefined
  await logReading(planId, reader.id, at)
  const ownerReads = (await findPlan(planId, open.ownerId))?.wrapped
  return {
    me: { id: reader.id, stored: await findOwnKey(reader.id) },
    of: { id: open.ownerId, name: open.of },
    plan,
    giveBackTo: ownerReads ? null : ((await findPublicKeys([open.ownerId]))[open.ownerId] ?? null),
  }
}

/** Gives whoever a plan belongs to sight of it again, after they made a new key. */
export async function givePlanBack(
  planId: string,
  by: Person,
  { wrapped, at }: { wrapped: string; at: Date },
): Promise<Decision<true, 'noSuchPlan' | 'ownerReads'>> {
  const open = (await plansOpenTo(by)).find(one => one.planId === planId)
  if (!open) return refuse('noSuchPlan')
  return transact(async tx => {
    const own = and(eq(keyWraps.thingId, planId), eq(keyWraps.personId, open.ownerId))
    const [held] = await tx.select({ id: keyWraps.personId }).from(keyWraps).where(own)
    const [plan] = await tx
      .select({ id: developmentPlans.id })
      .from(developmentPlans)
      .where(eq(developmentPlans.id, planId))
    if (held || !plan) return refuse('ownerReads')
    await tx.insert(keyWraps).values({ thingId: planId, personId: open.ownerId, wrapped, givenOn: todayHere(at) })
    await logDeed(tx, { thingId: planId, actorId: by.id, deed: 'rewrapped', at })
    return allow(true)
  })
}
