import { eq } from 'drizzle-orm'
import { conversations, type Db, transact } from '#db'
import { type Day, dayIn } from '~/calendar'
import { config } from '~/config.server'
import { allow, type Decision, refuse } from '~/decision'
import type { Person } from '~/people/rules'
import { clockIn, instantOf } from '../clock'
import { findOwnKey } from '../sealing/store.server'
import { tellOfNews } from './mail.server'
import { canBePlanned, type DeedRefusal, type Move, type Moved, move, type Standing } from './moves'
import { type ConversationSeen, findConversation } from './store.server'

/** What somebody does with a one-to-one; only planning names a time, on the clock where people work. */
export type MoveMade = { deed: 'plan'; day: Day; time: string } | { deed: Exclude<Move, 'plan'> }

/** A one-to-one in the hands of one of the two. */
type InHand = { seen: ConversationSeen; self: Pick<Person, 'id'>; at: Date }

/** Returns where a one-to-one stands for one of the two. */
export function standingOf({ state, invitedBy, plannedFor }: ConversationSeen): Standing {
  return { state, invitedBy, plannedOn: plannedFor && clockIn(config.timeZone, plannedFor).day }
}

/**
 * Does what one of the two does, once. Of a time that was agreed on or taken away the other hears that there is news,
 * and no more; of a no nobody hears anything.
 */
export async function recordMove(
  id: string,
  self: Pick<Person, 'id'>,
  made: MoveMade,
  at: Date,
): Promise<Decision<Moved, DeedRefusal>> {
  const { decision, tell } = await transact(async tx => {
    const seen = await findConversation(id, self.id, at, tx)
    if (!seen) return { decision: refuse('noSuchConversation') }
    const decision = await carryOut(tx, { seen, self, at }, made)
    const isNews = decision.ok && (decision.value === 'planned' || seen.state === 'planned')
    return {
      decision,
      tell: isNews && decision.value !== 'same' && decision.value !== 'held' ? seen.other.id : undefined,
    }
  })
  if (tell) await tellOfNews(tell)
  return decision
}

async function carryOut(tx: Db, hand: InHand, made: MoveMade): Promise<Decision<Moved, DeedRefusal>> {
  const standing = standingOf(hand.seen)
  const decision = move(standing, made.deed, hand.seen.party, dayIn(config.timeZone, hand.at))
  if (!decision.ok || decision.value === 'same') return decision
  const mine = eq(conversations.id, hand.seen.id)
  if (made.deed === 'plan') return plan(tx, hand, made)
  if (made.deed === 'cancel') await tx.delete(conversations).where(mine)
  // A talk is of the day it was planned for, whenever somebody says that it took place.
  if (made.deed === 'hold')
    await tx.update(conversations).set({ state: 'held', heldOn: standing.plannedOn }).where(mine)
  if (made.deed === 'decline') await tx.update(conversations).set({ state: 'declined' }).where(mine)
  return decision
}

async function plan(tx: Db, { seen, self, at }: InHand, { day, time }: { day: Day; time: string }) {
  if (seen.other.hasLeft) return refuse('otherLeft')
  if (seen.party === 'lead' && !(await findOwnKey(self.id, tx))) return refuse('keyMissing')
  if (!canBePlanned(day, dayIn(config.timeZone, at))) return refuse('dayNotPossible')
  const plannedFor = instantOf(day, time, config.timeZone)
  if (!plannedFor) return refuse('noSuchTime')
  if (seen.state === 'planned' && seen.plannedFor?.getTime() === plannedFor.getTime()) return allow('same' as const)
  await tx.update(conversations).set({ state: 'planned', plannedFor }).where(eq(conversations.id, seen.id))
  return allow('planned' as const)
}
