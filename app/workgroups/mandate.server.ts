import { eq } from 'drizzle-orm'
import { type Db, mandates, volunteers, workgroups } from '#db'
import { allow, refuse } from '~/decision'
import { append } from '~/ledger/store.server'
import type { Person } from '~/people/rules'
import { findPromise } from '~/promises/reading.server'
import { recordPromise } from '~/promises/store.server'
import { isFinal, type PromiseSaid } from '~/promises/words'
import { writeRules } from './founding.server'
import { bindPromise, changeMandate, endGroup, type MandateSaid } from './rules'
import { inGroup } from './seats/closing.server'
import { factsOf, mandatesOf, todayHere, type Workgroup } from './store.server'
import { mandated } from './witness'

type By = Pick<Person, 'roles'>

/** Puts a new mandate beside the ones before; all of them stay readable. */
export function recordMandate(workgroupId: string, said: MandateSaid & { seen: number }, by: By, at: Date) {
  return inGroup(workgroupId, at, async (tx, group) => {
    const [latest] = await mandatesOf(workgroupId, tx)
    // The button pressed twice: what was sent stands there already.
    if (latest?.version === said.seen + 1 && latest.words === said.words) return allow({ version: latest.version })
    const decision = changeMandate(await factsOf(group, todayHere(at), tx), said, by)
    if (!decision.ok) return decision
    const { words, seats, weeklyMinutes } = said
    await writeRules(tx, workgroupId, said.rules)
    await enter(tx, { ...group, seats, weeklyMinutes }, { version: decision.value.version, words }, at)
    return decision
  })
}

/** Binds a promise to a group that was founded without one: from now on who overrides its veto breaks it. */
export function bindVetoPromise(workgroupId: string, asked: { seen: number; promiseId: string }, by: By, at: Date) {
  const today = todayHere(at)
  return inGroup(workgroupId, at, async (tx, group) => {
    const promise = await findPromise(asked.promiseId, today, tx)
    if (!promise) return refuse('noSuchPromise')
    if (group.vetoPromiseId === promise.id) return allow({ version: asked.seen })
    const bound = group.vetoPromiseId ? await findPromise(group.vetoPromiseId, today, tx) : undefined
    const facts = { ...(await factsOf(group, today, tx)), hasPromise: bound !== undefined && !isFinal(bound.status) }
    const { text } = promise.now
    const decision = bindPromise(facts, { seen: asked.seen, isSettled: isFinal(promise.status), text }, by)
    if (!decision.ok) return decision
    const [latest] = await mandatesOf(workgroupId, tx)
    const { version } = decision.value
    await enter(tx, { ...group, vetoPromiseId: promise.id }, { version, words: latest?.words ?? '' }, at)
    return decision
  })
}

/** Makes the veto promise of a group that was founded without one, and binds it. */
export async function makeVetoPromise(
  workgroupId: string,
  asked: { seen: number; promise: PromiseSaid },
  by: By,
  at: Date,
) {
  const made = await recordPromise(asked.promise, by, at)
  if (!made.ok) return made.because === 'notYourDeed' ? refuse('notYourDeed') : refuse('promiseNotMade')
  return bindVetoPromise(workgroupId, { seen: asked.seen, promiseId: made.value.id }, by, at)
}

/** Ends a group in which nobody sits any more; who offered to sit is forgotten. */
export function recordEnd(workgroupId: string, by: By, at: Date) {
  return inGroup(workgroupId, at, async (tx, group) => {
    const decision = endGroup(await factsOf(group, todayHere(at), tx), by)
    if (!decision.ok) return decision
    await tx.update(workgroups).set({ state: 'ended' }).where(eq(workgroups.id, workgroupId))
    await tx.delete(volunteers).where(eq(volunteers.workgroupId, workgroupId))
    return decision
  })
}

async function enter(tx: Db, group: Workgroup, mandate: { version: number; words: string }, at: Date) {
  const { id, seats, weeklyMinutes, vetoPromiseId } = group
  await tx.insert(mandates).values({ workgroupId: id, ...mandate, enteredOn: todayHere(at) })
  await tx.update(workgroups).set({ seats, weeklyMinutes, vetoPromiseId }).where(eq(workgroups.id, id))
  const said = { words: mandate.words, seats, weeklyMinutes, vetoPromiseId }
  await append(tx, mandated(id, mandate.version, said), at)
}
