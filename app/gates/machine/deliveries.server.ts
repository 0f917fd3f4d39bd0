import { randomUUID } from 'node:crypto'
import { and, asc, eq, isNotNull, isNull, lt, lte } from 'drizzle-orm'
import { Webhook } from 'standardwebhooks'
import { type Db, db, gateDeliveries, gateListeners, transact } from '#db'
import { isDemo } from '~/people/demo.server'
import { openSecret } from '../secrets.server'
import { sendMessage } from './sending.server'
import { signAnswer } from './signing.server'
import { messageText, mostTries, nextTry } from './telling'

/** What a message belongs to in the store, so that a secret of another row opens nothing. */
export const boundTo = (listenerId: string) => `gate-listener|${listenerId}`

/** Days for which a message that was received stays on the page of its listener. */
const daysKept = 30
/** Messages that are sent at the same time; the rest follows within the minute. */
const atOnce = 20

/**
 * Puts a message for every listener of a gate in line, in the transaction that moves it: no move is told that did not
 * happen, none that happened is forgotten. What a listener was still to be told is old news, and is dropped.
 */
export async function tellListeners(tx: Db, gateId: string, at: Date) {
  const listeners = await tx
    .select({ id: gateListeners.id })
    .from(gateListeners)
    .where(eq(gateListeners.gateId, gateId))
  for (const { id } of listeners) await tellListener(tx, id, at)
}

/** Puts a message for one listener in line, in the place of any that waits. */
export async function tellListener(tx: Db, listenerId: string, at: Date) {
  const own = eq(gateDeliveries.listenerId, listenerId)
  const long = new Date(at.getTime() - daysKept * 86_400_000)
  await tx.delete(gateDeliveries).where(and(own, isNull(gateDeliveries.deliveredAt)))
  await tx
    .delete(gateDeliveries)
    .where(and(own, isNotNull(gateDeliveries.deliveredAt), lt(gateDeliveries.deliveredAt, long)))
  await tx.insert(gateDeliveries).values({ id: randomUUID(), listenerId, body: '{}', attempts: 0, nextAt: at })
}

/** Messages that this process is sending now; another process may send one twice, and its number says that it is the same. */
const underWay = new Set<string>()

/** Sends every message that is due. What a listener gets is how its gate stands at that moment, not when it was put in line. */
export async function sendDue(at: Date) {
  const isDue = and(
    isNull(gateDeliveries.deliveredAt),
    lte(gateDeliveries.nextAt, at),
    lt(gateDeliveries.attempts, mostTries),
  )
  const due = await db
    .select({ message: gateDeliveries, listener: gateListeners })
    .from(gateDeliveries)
    .innerJoin(gateListeners, eq(gateListeners.id, gateDeliveries.listenerId))
    .where(isDue)
    .orderBy(asc(gateDeliveries.nextAt))
    .limit(atOnce)
  await Promise.all(due.filter(({ message }) => !underWay.has(message.id)).map(one => sendOnce(one, at)))
}

type Due = { message: typeof gateDeliveries.$inferSelect; listener: typeof gateListeners.$inferSelect }

async function sendOnce(due: Due, at: Date) {
  const { id, attempts } = due.message
  underWay.add(id)
  try {
    const body = await bodyFor(due)
    const isReceived = await send(due, body)
    const outcome = isReceived ? { deliveredAt: at } : { nextAt: nextTry(attempts + 1, at) }
    const now = { body, attempts: attempts + 1, ...outcome }
    await transact(async tx => void (await tx.update(gateDeliveries).set(now).where(eq(gateDeliveries.id, id))))
  } finally {
    underWay.delete(id)
  }
}

const bodyFor = async ({ message, listener }: Due) =>
  messageText(message.id, (await signAnswer(listener.gateId, new Date()))!)

async function send({ message: { id }, listener }: Due, body: string): Promise<boolean> {
  const secret = openSecret(listener.sealedSecret, boundTo(listener.id))
  if (!secret) return false
  const now = new Date()
  const headers = {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
    'webhook-signature': new Webhook(secret).sign(id, now, body),
  }
  return sendMessage({ address: listener.address, headers, body, isDemo: await isDemo() })
}
