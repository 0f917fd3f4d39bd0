import { count, eq } from 'drizzle-orm'
import { type Db, mandates, seatRules, transact, workgroups } from '#db'
import { allow, refuse } from '~/decision'
import { append } from '~/ledger/store.server'
import { hasRole, type Person, promisers } from '~/people/rules'
import { recordPromise } from '~/promises/store.server'
import type { PromiseSaid } from '~/promises/words'
import { foundGroup, type GroupSaid } from './rules'
import type { SeatRule } from './seats/draw'
import { groupsNamed, mandatesOf, todayHere } from './store.server'
import { mandated } from './witness'

type By = Pick<Person, 'roles'>

/**
 * Founds a group with its first mandate, and with the promise not to go live against its veto where one is made along:
 * by somebody who makes promises. The same form sent twice is one group and one promise.
 */
export async function recordGroup(said: GroupSaid, promise: PromiseSaid | undefined, by: By, at: Date) {
  const decision = foundGroup(said, by)
  if (!decision.ok) return decision
  const there = await sameGroup(said)
  if (there) return there
  // A promise is entered by its own register, first: a group that refers to none would have to be told of it later.
  const made = promise && hasRole(by, promisers) ? await recordPromise(promise, by, at) : undefined
  if (made && !made.ok) return refuse('promiseNotMade')
  return transact(async tx => (await sameGroup(said, tx)) ?? allow({ id: await insert(tx, said, made?.value.id, at) }))
}

/** Finds the group that this form founded already; another one of that name is in the way. */
async function sameGroup({ name, words }: GroupSaid, from?: Db) {
  const [there] = await groupsNamed(name, from)
  if (!there) return undefined
  const first = (await mandatesOf(there.id, from)).at(-1)
  return first?.words === words ? allow({ id: there.id }) : refuse('nameTaken')
}

async function insert(tx: Db, said: GroupSaid, vetoPromiseId: string | null = null, at: Date) {
  const [{ all } = { all: 0 }] = await tx.select({ all: count().mapWith(Number) }).from(workgroups)
  const number = all + 1
  const [id, foundedOn] = [`W-${number}`, todayHere(at)]
  const { name, seats, weeklyMinutes } = said
  const row = { id, number, name, state: 'forming' as const, seats, weeklyMinutes, foundedOn, vetoPromiseId }
  await tx.insert(workgroups).values(row)
  await tx.insert(mandates).values({ workgroupId: id, version: 1, words: said.words, enteredOn: foundedOn })
  await writeRules(tx, id, said.rules)
  await append(tx, mandated(id, 1, { ...said, vetoPromiseId }), at)
  return id
}

/** Puts these rules about who sits in the place of those before. */
export async function writeRules(tx: Db, workgroupId: string, rules: readonly SeatRule[]) {
  await tx.delete(seatRules).where(eq(seatRules.workgroupId, workgroupId))
  if (rules.length > 0) await tx.insert(seatRules).values(rules.map(rule => ({ workgroupId, ...rule })))
}
