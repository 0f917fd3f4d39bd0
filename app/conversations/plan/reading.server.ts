import { keyWraps, transact } from '#db'
import { type Day, dayIn } from '~/calendar'
import { config } from '~/config.server'
import type { Person } from '~/people/rules'
import { clockIn } from '../clock'
import { logDeed, logFor, logReading } from '../record/log.server'
import type { Wrap } from '../sealing/sealed'
import { areForPresentKeys, findOwnKey, findPublicKeys } from '../sealing/store.server'
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
    circle: await circleWithKeys(self, plan),
    log: log
      .filter(({ actorId }) => actorId !== self.id)
      .map(({ id, deed, at, name }) => ({ id, deed, name, ...clockIn(config.timeZone, at) })),
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

type GivenBack = Omit<Wrap, 'personId'> & { at: Date }

/** Gives whoever a plan belongs to sight of it again, after they made a new key. @returns whether there is such a plan for this reader */
export async function givePlanBack(planId: string, by: Person, { at, ...wrap }: GivenBack) {
  const open = (await plansOpenTo(by)).find(one => one.planId === planId)
  if (!open) return false
  return transact(async tx => {
    const plan = await findPlan(planId, open.ownerId, tx)
    if (!plan || plan.wrapped !== null) return plan !== null
    const { forKey, wrapped } = wrap
    if (!(await areForPresentKeys([{ personId: open.ownerId, forKey }], tx))) return true
    await tx.insert(keyWraps).values({ thingId: planId, personId: open.ownerId, wrapped, givenOn: todayHere(at) })
    await logDeed(tx, { thingId: planId, actorId: by.id, deed: 'rewrapped', at })
    return true
  })
}
