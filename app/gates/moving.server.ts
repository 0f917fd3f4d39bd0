import { and, eq } from 'drizzle-orm'
import { type Db, gateKeys, gateSteps, transact } from '#db'
import { addDays, type Day, dayIn } from '~/calendar'
import { config } from '~/config.server'
import { allow, type Decision, refuse } from '~/decision'
import { append } from '~/ledger/store.server'
import { markApplied } from '~/workgroups/votes/adopted.server'
import { freeze, isGoodEnough } from './criteria'
import { decidedAbout } from './decided.server'
import { gateChanged } from './machine/changed.server'
import { tellListeners } from './machine/deliveries.server'
import { type KeyHolder, openStep } from './rules'
import { findGate, type GateShown, type StepShown } from './store.server'
import { gateMoved, judged, keyTurned, stepFixed } from './witness'

/** A step of a gate. */
export type StepPlace = { gateId: string; version: number }
/** What a deed on a step has at hand: everything as it stands, while nobody else writes. */
type AtStep = {
  tx: Db
  gate: GateShown
  step: StepShown
  today: Day
  at: Date
  /** Has a reason stand beside how far the gate is open afterwards, also where that stays the same. */
  because: (reason: string) => void
}

/** Returns today's day where the house is. */
export const todayHere = (at: Date): Day => dayIn(config.timeZone, at)
/** Finds the row of a step. */
export const rowOf = ({ gateId, version }: StepPlace) =>
  and(eq(gateSteps.gateId, gateId), eq(gateSteps.version, version))
const keyOf = ({ gateId, version }: StepPlace, holder: KeyHolder) =>
  and(eq(gateKeys.gateId, gateId), eq(gateKeys.version, version), eq(gateKeys.holder, holder))

/**
 * Works on a step as the only one. How far the gate is open is worked out before and after; where that differs, the
 * ledger says so in the same transaction. No deed says it itself, so none can forget it or say it wrongly.
 */
export async function inStep<Done extends Decision<unknown, string>>(
  place: StepPlace,
  at: Date,
  work: (at: AtStep) => Promise<Done>,
) {
  const done = await transact(async tx => {
    const gate = await findGate(place.gateId, tx)
    const step = gate?.steps.find(one => one.version === place.version)
    if (!gate || !step) return refuse('noSuchStep')
    const told: { reason?: string } = {}
    const because = (reason: string) => Object.assign(told, { reason })
    const done = await work({ tx, gate, step, today: todayHere(at), at, because })
    if (done.ok) await tellMove(tx, gate, told, at)
    return done
  })
  gateChanged(place.gateId)
  return done
}

async function tellMove(tx: Db, before: GateShown, { reason }: { reason?: string }, at: Date) {
  const [was, is] = [openStep(before), openStep((await findGate(before.id, tx))!)]
  if (was?.version === is?.version && !reason) return
  await append(tx, gateMoved(before.id, is, reason), at)
  await tellListeners(tx, before.id, at)
}

/**
 * Lets an adopted verdict of the group count. When every criterion was found good, the group's key is turned with it; when
 * one was not, that stands in the ledger and a key that was turned before is turned back.
 */
export const recordVerdict = (place: StepPlace, proposalId: string, at: Date) =>
  inStep(place, at, async ({ tx, gate, step, today }) => {
    const found = await decidedAbout(tx, proposalId, { subject: 'verdict', gate, about: place })
    if (!found.ok) return found
    if (step.frozenOn === null) return refuse('notFrozen')
    if (found.value.appliedOn) return allow('judged' as const)
    const judgements = found.value.detail.judgements ?? []
    const isGood = isGoodEnough(step.criteria, judgements)
    await markApplied(tx, proposalId, today)
    await tx.update(gateSteps).set({ isJudgedGood: isGood, judgedOn: today }).where(rowOf(place))
    await append(tx, judged(place, { proposalId, judgements, isGood }), at)
    if (isGood && !step.keys.workgroup)
      await turn(tx, { ...place, holder: 'workgroup', proposalId, reason: '' }, { today, at })
    if (!isGood && step.keys.workgroup) await lose(tx, { ...place, holder: 'workgroup', proposalId, reason: '' }, at)
    return allow('judged' as const)
  })

/** Fixes the criteria of a step when the group adopted that: from then on nobody changes a word of them. */
export const recordFreezing = (place: StepPlace, proposalId: string, at: Date) =>
  inStep(place, at, async ({ tx, gate, step, today }) => {
    const found = await decidedAbout(tx, proposalId, { subject: 'criteria', gate, about: place })
    if (!found.ok) return found
    if (found.value.appliedOn) return allow('fixed' as const)
    const wished = found.value.detail.measuringFrom ?? today
    const measuringFrom = wished > today ? wished : addDays(today, 1)
    const decision = freeze({ frozenOn: step.frozenOn, criteria: step.criteria.length }, measuringFrom, today)
    if (!decision.ok) return decision
    await markApplied(tx, proposalId, today)
    await tx.update(gateSteps).set(decision.value).where(rowOf(place))
    await append(tx, stepFixed({ ...gate, ...place, targetPct: step.targetPct, measuringFrom }, step.criteria), at)
    return allow('fixed' as const)
  })

type KeptFile = { hash: string; name: string }
type Turning = StepPlace & { holder: KeyHolder; proposalId?: string; reason: string; file?: KeptFile }

/** Turns a key. Whoever calls it has found out that its holder did. */
export async function turn(tx: Db, { file, ...key }: Turning, { today, at }: { today: Day; at: Date }) {
  const kept = file ? { fileHash: file.hash, fileName: file.name } : {}
  await tx.insert(gateKeys).values({ ...key, ...kept, turnedOn: today })
  await append(tx, keyTurned({ ...key, turned: true, file: file?.hash }), at)
  return allow('turned' as const)
}

/** Turns a key back, at once. */
export async function lose(tx: Db, key: Omit<Turning, 'file'>, at: Date) {
  await tx.delete(gateKeys).where(keyOf(key, key.holder))
  await append(tx, keyTurned({ ...key, turned: false }), at)
  return allow('turnedBack' as const)
}

/** Turns the key of the working group back, by its adopted vote. */
export const turnGroupKeyBack = (place: StepPlace, proposalId: string, at: Date) =>
  inStep(place, at, async ({ tx, gate, step, today }) => {
    const found = await decidedAbout(tx, proposalId, { subject: 'key', gate, about: place })
    if (!found.ok) return found
    if (found.value.appliedOn) return allow('turnedBack' as const)
    await markApplied(tx, proposalId, today)
    if (!step.keys.workgroup) return allow('turnedBack' as const)
    return lose(tx, { ...place, holder: 'workgroup', proposalId, reason: '' }, at)
  })
