import { and, count, eq } from 'drizzle-orm'
import { type Db, promiseEvents, promises, publishedResponses, transact } from '#db'
import { dayIn } from '~/calendar'
import { config } from '~/config.server'
import { refuse } from '~/decision'
import { append } from '~/ledger/store.server'
import type { Person } from '~/people/rules'
import { amendPromise } from './amending'
import { findPromise } from './reading.server'
import type { PromiseEvent } from './register'
import { type MoveAsked, makePromise, movePromise } from './rules'
import { witnessOfAmending, witnessOfMaking, witnessOfMoving } from './witness'
import { changedParts, type PromiseFacts, type PromiseSaid, type PromiseWords } from './words'

type By = Pick<Person, 'roles'>

/** Returns the day that `at` falls on for the people of this installation. */
export const todayHere = (at: Date) => dayIn(config.timeZone, at)

/** Publishes a promise for good, with its line in the ledger, or neither. The same one sent twice is one promise. */
export function recordPromise(said: PromiseSaid, by: By, at: Date) {
  const today = todayHere(at)
  return transact(async tx => {
    const decision = makePromise(said, today, by)
    if (!decision.ok) return decision
    if (said.roundId && !(await isAnswered(tx, said.roundId))) return refuse('noSuchResponse')
    const same = await findSame(tx, said)
    if (same) return { ok: true, value: { id: same } } as const
    const number = (await countPromises(tx)) + 1
    const id = `P-${number}`
    const { status, enteredLater } = decision.value
    const optional = { place: said.place || null, ownerName: said.ownerName || null }
    const row = { ...said, ...optional, id, number, version: 0, status, enteredOn: today, enteredLater }
    await tx.insert(promises).values({ ...row, withdrawalAgreed: false })
    await follow(tx, { id, version: 0 }, { kind: 'made', side: 'management', happenedOn: today, status, note: '' })
    await append(tx, witnessOfMaking(id, said, enteredLater), at)
    return { ok: true, value: { id } } as const
  })
}

/** Puts new words beside the first ones. */
export function recordAmendment(
  id: string,
  asked: { seen: number; words: PromiseWords; reason: string },
  by: By,
  at: Date,
) {
  const today = todayHere(at)
  return transact(async tx => {
    const promise = await findPromise(id, today, tx)
    if (!promise) return refuse('noSuchPromise')
    const changed = changedParts(promise.now, asked.words)
    const decision = amendPromise(promise, { seen: asked.seen, changed }, by, today)
    if (!decision.ok) return decision
    const { status } = promise
    await follow(tx, promise, {
      kind: 'amended',
      side: 'management',
      happenedOn: today,
      status,
      note: asked.reason,
      changed,
    })
    await append(tx, witnessOfAmending(id, changed, asked.reason), at)
    return decision
  })
}

/** Moves a promise a step: management claims, the works council agrees or disagrees. */
export function recordMove(id: string, asked: MoveAsked & { successorId?: string }, by: By, at: Date) {
  const today = todayHere(at)
  return transact(async tx => {
    const promise = await findPromise(id, today, tx)
    if (!promise) return refuse('noSuchPromise')
    const decision = movePromise(promise, asked, by, today)
    if (!decision.ok) return decision
    const { status, side } = decision.value
    const successorId = asked.move === 'withdraw' ? (asked.successorId ?? null) : promise.successorId
    if (successorId && (successorId === id || !(await findPromise(successorId, today, tx))))
      return refuse('noSuchPromise')
    const withdrawalAgreed = asked.move === 'agreeToWithdraw'
    await tx.update(promises).set({ status, successorId, withdrawalAgreed }).where(eq(promises.id, id))
    await follow(tx, promise, { kind: 'moved', side, happenedOn: today, status, note: asked.note })
    await append(tx, witnessOfMoving(id, { status, side, note: asked.note, successorId }), at)
    return decision
  })
}

/** Writes the next event of a promise; its number is the promise's new version. */
export async function follow(
  tx: Db,
  promise: { id: string } & Pick<PromiseFacts, 'version'>,
  { file, ...event }: Omit<PromiseEvent, 'version'>,
) {
  const version = promise.version + 1
  const changed = event.changed ? JSON.stringify(event.changed) : null
  const kept = file ? { fileHash: file.hash, fileName: file.name } : {}
  await tx.insert(promiseEvents).values({ ...event, ...kept, promiseId: promise.id, version, changed })
  await tx.update(promises).set({ version }).where(eq(promises.id, promise.id))
}

async function isAnswered(tx: Db, roundId: string): Promise<boolean> {
  const rows = await tx.select().from(publishedResponses).where(eq(publishedResponses.roundId, roundId))
  return rows.length > 0
}

/** Finds the promise in the very same words: a button that was pressed twice. */
async function findSame(tx: Db, { text, madeOn, dueOn, measure }: PromiseSaid): Promise<string | undefined> {
  const [row] = await tx
    .select({ id: promises.id })
    .from(promises)
    .where(
      and(
        eq(promises.text, text),
        eq(promises.madeOn, madeOn),
        eq(promises.dueOn, dueOn),
        eq(promises.measure, measure),
      ),
    )
  return row?.id
}

async function countPromises(tx: Db): Promise<number> {
  const [row] = await tx.select({ all: count().mapWith(Number) }).from(promises)
  return row?.all ?? 0
}
