import { and, eq } from 'drizzle-orm'
import { type Db, phaseOutputs, transact, useCases, workgroups } from '#db'
import type { Day } from '~/calendar'
import { allow, refuse } from '~/decision'
import { append } from '~/ledger/store.server'
import { hasRole, type Person } from '~/people/rules'
import type { ReadyFile } from '~/promises/evidence/file.server'
import { keepFile } from '~/promises/evidence/store.server'
import { sitsIn } from '~/workgroups/members.server'
import { enterPhase, isShownByHand, outputs, type Phase } from '../phases'
import { findUseCase, todayHere } from './store.server'
import type { UseCase } from './use-case'

/** Who does something, and when. */
export type By = { person: Pick<Person, 'id' | 'roles'>; at: Date }

/** Returns whether somebody walks this road: who sits in the group, or leads the project. */
export const mayWalk = async ({ workgroupId }: { workgroupId: string }, by: By['person'], today: Day, from?: Db) =>
  hasRole(by, ['projectLead']) || (await sitsIn(workgroupId, by.id, today, from))

/** Begins a use case of a working group, in the first phase. The same name twice in a group is one use case. */
export function recordUseCase(said: { name: string; workgroupId: string }, at: Date) {
  return transact(async tx => {
    const [group] = await tx.select().from(workgroups).where(eq(workgroups.id, said.workgroupId))
    if (!group) return refuse('noSuchGroup')
    if (group.state === 'ended') return refuse('groupEnded')
    const all = await tx.select().from(useCases)
    const same = all.find(one => one.workgroupId === said.workgroupId && one.name === said.name)
    if (same) return allow({ id: same.id })
    const number = all.length + 1
    const id = `U-${number}`
    await tx.insert(useCases).values({ id, number, ...said, phase: 'listen', enteredOn: todayHere(at) })
    await append(tx, { type: 'phase.entered', data: { use_case: id, phase: 'listen' } }, at)
    return allow({ id })
  })
}

type Work<Done> = (tx: Db, now: UseCase, today: Day) => Promise<Done>

/** Works on a use case as the only one, for somebody who may: who walks its road, unless another rule is given. */
export function inUseCase<Done>(id: string, { person, at }: By, work: Work<Done>, may = mayWalk) {
  return transact(async tx => {
    const today = todayHere(at)
    const now = await findUseCase(id, today, tx)
    if (!now) return refuse('noSuchUseCase')
    return (await may(now, person, today, tx)) ? work(tx, now, today) : refuse('notYourMove')
  })
}

type Showing = { output: string; note: string; file?: ReadyFile }

/**
 * Shows something that the phase asks for. Whoever shows it again puts better proof in its place; both stand in the ledger.
 * What the data prove is not taken from anybody's hand.
 */
export const recordShown = (id: string, { output, note, file }: Showing, by: By) =>
  inUseCase(id, by, async (tx, { phase, shown }, today) => {
    if (!isShownByHand(phase, output)) return refuse('provedElsewhere')
    const before = shown.find(one => one.phase === phase && one.output === output)
    if (before?.proof === note && before.file?.hash === file?.hash) return allow({ id })
    if (file) await keepFile(tx, file)
    const kept = { fileHash: file?.hash ?? null, fileName: file?.name ?? null }
    await tx.delete(phaseOutputs).where(placeOf(id, phase, output))
    await tx.insert(phaseOutputs).values({ useCaseId: id, phase, output, proof: note, shownOn: today, ...kept })
    await tell(tx, { use_case: id, phase, output, file: file && `sha256:${file.hash}`, note }, by.at)
    return allow({ id })
  })

const placeOf = (useCaseId: string, phase: Phase, output: string) =>
  and(eq(phaseOutputs.useCaseId, useCaseId), eq(phaseOutputs.phase, phase), eq(phaseOutputs.output, output))

type Told = { use_case: string; phase: Phase; output: string; file?: string; note: string }
const tell = (tx: Db, { note, ...data }: Told, at: Date) =>
  append(tx, { type: 'phase.shown', data, words: { note } }, at)

/**
 * Goes on to the next phase. By what the data prove in this moment a name stands in the ledger with it: of a plan, a gate,
 * a promise; they may change afterwards, and that it was so does not.
 */
export const recordPhase = (id: string, to: Phase, by: By) =>
  inUseCase(id, by, async (tx, now, today) => {
    if (now.phase === to) return allow({ phase: to })
    const has = outputs[now.phase].filter(output => !now.missing.includes(output as never))
    const decision = enterPhase({ phase: now.phase, shown: has }, to)
    if (!decision.ok) return decision
    for (const [output, proof] of Object.entries(now.proofs)) {
      if (!(has as string[]).includes(output)) continue
      await tx.delete(phaseOutputs).where(placeOf(id, now.phase, output))
      await tx.insert(phaseOutputs).values({ useCaseId: id, phase: now.phase, output, proof, shownOn: today })
      await tell(tx, { use_case: id, phase: now.phase, output, note: proof }, by.at)
    }
    await tx.update(useCases).set({ phase: to, enteredOn: today }).where(eq(useCases.id, id))
    await append(tx, { type: 'phase.entered', data: { use_case: id, phase: to } }, by.at)
    return decision
  })
