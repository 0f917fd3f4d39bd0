import { randomUUID } from 'node:crypto'
import { and, desc, eq, gte } from 'drizzle-orm'
import { compact, type Db, db, redactionRequests, transact } from '#db'
import { addDays, dayIn } from '~/calendar'
import { config } from '~/config.server'
import { allow, refuse } from '~/decision'
import type { Person } from '~/people/rules'
import { redact } from '../store.server'
import { blankWords, findPlace, findWords } from './erasing.server'
import type { Erased } from './place'
import { askErasure, decideErasure } from './redaction'

type By = Pick<Person, 'id' | 'roles'>
type Asked = { seq: number; key: string; reason: string }
type Request = typeof redactionRequests.$inferSelect

let known: Promise<Erased[]> | undefined

const today = (at: Date) => dayIn(config.timeZone, at)

/** Asks the works council to have words erased; nothing happens to them yet. */
export function requestErasure({ seq, key, reason }: Asked, by: By, at: Date) {
  return transact(async tx => {
    const words = (await findWords({ seq, key }, tx))?.text
    const decision = askErasure({ words, isAskedAlready: await isAsked(tx, seq, key), reason }, by)
    if (!decision.ok) return decision
    const id = randomUUID()
    const row = { id, seq, key, reason: decision.value, state: 'requested' as const, requestedBy: by.id }
    await tx.insert(redactionRequests).values({ ...row, requestedOn: today(at) })
    return allow({ id })
  })
}

/**
 * Says the last word on a request. Granted, the words go from the ledger's openings and from where the app
 * keeps them, and the ledger says that they went: all of it, or nothing. Afterwards they leave the disk too.
 */
export async function judgeErasure(id: string, verdict: 'granted' | 'refused', by: By, at: Date) {
  const decision = await transact(async tx => {
    const [request] = await tx.select().from(redactionRequests).where(eq(redactionRequests.id, id))
    if (!request) return refuse('noSuchRequest')
    const words = await findWords(request, tx)
    const decided = decideErasure({ ...request, isThere: words !== undefined }, verdict, by)
    if (!decided.ok) return decided
    if (verdict === 'granted' && words) await blankWords(tx, words)
    const { seq, key, reason } = request
    if (verdict === 'granted') await redact(tx, { seq, key, reason }, at)
    const set = { state: verdict, decidedOn: today(at) }
    await tx.update(redactionRequests).set(set).where(eq(redactionRequests.id, id))
    return decided
  })
  known = undefined
  if (decision.ok && verdict === 'granted') await compact()
  return decision
}

/** Days in which a fall is made good. @source our own choice: a house that stood still for a month starts again sooner */
const daysLookedBack = 30

/** Repeats what a fall may have left undone: words that were erased lately leave the disk as well. */
export async function finishErasures(at: Date) {
  const since = addDays(today(at), -daysLookedBack)
  const lately = and(eq(redactionRequests.state, 'granted'), gte(redactionRequests.decidedOn, since))
  const [granted] = await db.select({ id: redactionRequests.id }).from(redactionRequests).where(lately).limit(1)
  if (granted) await compact()
}

/** Returns all requests, the latest first, without the words they are about. */
export async function listErasures() {
  const rows = await db.select().from(redactionRequests).orderBy(desc(redactionRequests.requestedOn))
  return Promise.all(rows.map(withPlace))
}

/** Finds a request with the words it is about, as long as they stand. */
export async function findErasure(id: string) {
  const [row] = await db.select().from(redactionRequests).where(eq(redactionRequests.id, id))
  if (!row) return undefined
  const found = await findWords(row)
  const words = { words: found?.text ?? null, file: found?.file }
  return { ...(await withPlace(row)), requestedBy: row.requestedBy, ...words }
}

/** Returns what was erased, for whoever shows the place where the words stood. */
export async function listErased(from: Db = db): Promise<Erased[]> {
  const granted = eq(redactionRequests.state, 'granted')
  const rows = await from.select().from(redactionRequests).where(granted)
  const places = await Promise.all(rows.map(async row => ({ row, place: await findPlace(row, from) })))
  return places.flatMap(({ row, place }) => (place ? { ...place, erasedOn: row.decidedOn!, reason: row.reason } : []))
}

/** Returns the same for every page without asking the database again: only a decision changes it. */
export function erasedNow(): Promise<Erased[]> {
  known ??= listErased().catch(fault => {
    known = undefined
    throw fault
  })
  return known
}

async function withPlace({ id, seq, key, reason, state, requestedOn, decidedOn }: Request) {
  const place = (await findPlace({ seq, key }))!
  return { id, seq, key, reason, state, requestedOn, decidedOn, place }
}

async function isAsked(tx: Db, seq: number, key: string): Promise<boolean> {
  const same = and(eq(redactionRequests.seq, seq), eq(redactionRequests.key, key))
  const rows = await tx
    .select()
    .from(redactionRequests)
    .where(and(same, eq(redactionRequests.state, 'requested')))
  return rows.length > 0
}
