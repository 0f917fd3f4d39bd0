import { randomBytes } from 'node:crypto'
import { and, asc, eq, isNull } from 'drizzle-orm'
import { type Db, db, gateMeters, gates, transact } from '#db'
import { dayIn } from '~/calendar'
import { config } from '~/config.server'
import { allow, refuse } from '~/decision'
import { newSecret, openSecret, sealSecret } from '../secrets.server'

/** Programs of one gate at the same time. @source our own choice: every message is tried with the secret of each */
const mostMeters = 20

/** A program that sends measurements; after its removal its name stays beside what it sent. */
export type Meter = { id: string; name: string; addedOn: string; removedOn: string | null }

const boundTo = (id: string) => `meter/${id}`
const stands = (gateId: string) => and(eq(gateMeters.gateId, gateId), isNull(gateMeters.removedOn))

/** Returns the programs of a gate, also those that were removed. */
export async function listMeters(gateId: string): Promise<Meter[]> {
  const rows = await db.select().from(gateMeters).where(eq(gateMeters.gateId, gateId)).orderBy(asc(gateMeters.name))
  return rows.map(({ id, name, addedOn, removedOn }) => ({ id, name, addedOn, removedOn }))
}

/** Adds a program. @returns its secret, which is shown once and rests encrypted */
export function addMeter(gateId: string, name: string, at: Date) {
  return transact(async tx => {
    const [gate] = await tx.select().from(gates).where(eq(gates.id, gateId))
    if (!gate) return refuse('noSuchGate')
    const others = await tx.select().from(gateMeters).where(stands(gateId))
    if (others.some(one => one.name.toLowerCase() === name.toLowerCase())) return refuse('meterNameTaken')
    if (others.length >= mostMeters) return refuse('tooManyMeters')
    const [id, secret] = [`M-${randomBytes(6).toString('hex')}`, newSecret()]
    const sealedSecret = sealSecret(secret, boundTo(id))
    await tx.insert(gateMeters).values({ id, gateId, name, sealedSecret, addedOn: dayIn(config.timeZone, at) })
    return allow({ name, secret })
  })
}

/** Removes a program: nothing it sends is taken any more, and its secret is gone. What it sent stays. */
export function removeMeter(gateId: string, meterId: string, at: Date) {
  return transact(async tx => {
    const own = and(eq(gateMeters.gateId, gateId), eq(gateMeters.id, meterId))
    const [meter] = await tx.select().from(gateMeters).where(own)
    if (!meter) return refuse('noSuchMeter')
    if (meter.removedOn) return allow(meter.name)
    const gone = { removedOn: dayIn(config.timeZone, at), sealedSecret: Buffer.alloc(0) }
    await tx.update(gateMeters).set(gone).where(own)
    return allow(meter.name)
  })
}

/** Returns the secrets that may sign a message for a gate now. */
export async function secretsOf(gateId: string, from: Db = db): Promise<{ id: string; secret: string }[]> {
  const rows = await from.select().from(gateMeters).where(stands(gateId))
  return rows.flatMap(({ id, sealedSecret }) => {
    const secret = openSecret(sealedSecret, boundTo(id))
    return secret ? [{ id, secret }] : []
  })
}
