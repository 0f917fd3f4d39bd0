import { createHash } from 'node:crypto'
import { and, asc, count, desc, eq, inArray } from 'drizzle-orm'
import { db, gateDeliveries, gateListeners, transact } from '#db'
import { dayIn } from '~/calendar'
import { config } from '~/config.server'
import { allow, refuse } from '~/decision'
import { isDemo } from '~/people/demo.server'
import { newSecret, openSecret, sealSecret } from '../secrets.server'
import { findGate } from '../store.server'
import { boundTo, tellListener } from './deliveries.server'
import { whereabouts } from './sending.server'
import { listenerAddress, mostTries } from './telling'

/** Listeners a gate may have; each is a connection at every move. */
const mostListeners = 10

/** Somebody who is told, and how that went last: `failing` is tried again at `nextAt`, `givenUp` only at the next move. */
export type ListenerShown = {
  id: string
  address: string
  addedOn: string
  state: 'waiting' | 'told' | 'failing' | 'givenUp'
  toldAt: string | null
  toldPct: number | null
  nextAt: string | null
}

/** Returns the listeners of a gate, the first one first. */
export async function listListeners(gateId: string): Promise<ListenerShown[]> {
  const own = eq(gateListeners.gateId, gateId)
  const listeners = await db
    .select()
    .from(gateListeners)
    .where(own)
    .orderBy(asc(gateListeners.addedOn), gateListeners.id)
  const messages = await db
    .select()
    .from(gateDeliveries)
    .where(
      inArray(
        gateDeliveries.listenerId,
        listeners.map(({ id }) => id),
      ),
    )
    .orderBy(desc(gateDeliveries.deliveredAt))
  return listeners.map(({ id, address, addedOn }) => {
    const all = messages.filter(one => one.listenerId === id)
    return { id, address, addedOn, ...howItWent(all) }
  })
}

type Message = typeof gateDeliveries.$inferSelect

function howItWent(messages: readonly Message[]) {
  const [told] = messages.filter(one => one.deliveredAt !== null)
  const waits = messages.find(one => one.deliveredAt === null)
  const toldPct: number | null = told ? (JSON.parse(told.body).data?.volumePct ?? null) : null
  const nextAt = waits && waits.attempts < mostTries ? waits.nextAt.toISOString() : null
  return { state: stateOf(waits, told), toldAt: told?.deliveredAt?.toISOString() ?? null, toldPct, nextAt }
}

function stateOf(waits: Message | undefined, told: Message | undefined): ListenerShown['state'] {
  if (!waits) return told ? 'told' : 'waiting'
  if (waits.attempts === 0) return 'waiting'
  return waits.attempts < mostTries ? 'failing' : 'givenUp'
}

/**
 * Adds a listener and has it told how the gate stands. The same form sent twice adds one, and its answer shows the same
 * secret; no page ever shows it again, because none names the form that a listener came from.
 */
export async function recordListener(gateId: string, { form, address }: { form: string; address: string }, at: Date) {
  const id = createHash('sha256').update(form).digest('hex').slice(0, 32)
  const decision = listenerAddress(address, whereabouts, await isDemo())
  if (!decision.ok) return decision
  if (!(await findGate(gateId))) return refuse('noSuchGate')
  const secret = newSecret()
  return transact(async tx => {
    const [same] = await tx.select().from(gateListeners).where(eq(gateListeners.id, id))
    if (same)
      return same.gateId === gateId && same.address === decision.value ? shownAgain(same) : refuse('listenerChanged')
    const own = eq(gateListeners.gateId, gateId)
    const [all] = await tx
      .select({ count: count().mapWith(Number) })
      .from(gateListeners)
      .where(own)
    if ((all?.count ?? 0) >= mostListeners) return refuse('tooManyListeners')
    const addedOn = dayIn(config.timeZone, at)
    const sealedSecret = sealSecret(secret, boundTo(id))
    await tx.insert(gateListeners).values({ id, gateId, address: decision.value, sealedSecret, addedOn })
    await tellListener(tx, id, at)
    return allow({ secret })
  })
}

const shownAgain = ({ id, sealedSecret }: typeof gateListeners.$inferSelect) =>
  allow({ secret: openSecret(sealedSecret, boundTo(id)) ?? '' })

/** Tells a listener anew how its gate stands. */
export async function tellAgain(gateId: string, id: string, at: Date) {
  await transact(async tx => {
    const [own] = await tx.select().from(gateListeners).where(ownOf(gateId, id))
    if (own) await tellListener(tx, id, at)
  })
}

/** Removes a listener with all that it was told. */
export const removeListener = (gateId: string, id: string) =>
  transact(async tx => void (await tx.delete(gateListeners).where(ownOf(gateId, id))))

const ownOf = (gateId: string, id: string) => and(eq(gateListeners.id, id), eq(gateListeners.gateId, gateId))
