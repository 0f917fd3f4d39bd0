import { and, eq } from 'drizzle-orm'
import { type Db, gateKeys, gateSteps, transact } from '#db'
import { addDays, type Day, dayIn } from '~/calendar'
import { config } from '~/config.server'
import { allow, type Decision, refuse } from '~/decision'
import { append } from '~/ledger/store.server'
import { markApplied } from '~/workgroups/votes/adopted.server'
import { freeze, isGoodEnough } from './criteria'
import { decidedAbout } from './decided.server'
import { type KeyHolder, openGate, openStep } from './rules'
import { findGate, type GateShown, type StepShown } from './store.server'
import { gateMoved, judged, keyTurned, stepFixed } from './witness'

/** A step of a gate. */
export type StepPlace = { gateId: string; version: number }
/** What a deed on a step has at hand: everything as it stands, while nobody else writes. */
type AtStep = { tx: Db; gate: GateShown; step: StepShown; today: Day; at: Date }

const todayHere = (at: Date): Day => dayIn(config.timeZone, at)
const rowOf = ({ gateId, version }: StepPlace) => and(eq(gateSteps.gateId, gateId), eq(gateSteps.version, version))
const keyOf = ({ gateId, version }: StepPlace, holder: KeyHolder) =>
  and(eq(gateKeys.gateId, gateId), eq(gateKeys.version, version), eq(gateKeys.holder, holder))

/**
 * Works on a step as the only one. How far the gate is open is worked out before and after; where that differs, the
 * ledger says so in the same transaction. No deed says it itself, so none can forget it or say it wrongly.
 */
export function inStep<Done extends Decision<unknown, string>>(
  place: StepPlace,
  at: Date,
  work: (at: AtStep) => Promise<Done>,
) {
  return transact(async tx => {
    const gate = await findGate(place.gateId, tx)
    const step = gate?.steps.find(one => one.version === place.version)
    if (!gate || !step) return refuse('noSuchStep')
    const done = await work({ tx, gate, step, today: todayHere(at), at })
    if (done.ok) await tellMove(tx, gate, at)
    return done
  })
}

async function tellMove(tx: Db, before: GateShown, at: Date) {
  const [was, is] = [openStep(before), openStep((await findGate(before.id, tx))!)]
  if (was?.version === is?.version) return
  await append(tx, gateMoved(before.id, is), at)
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

/** Turns the key of the formal procedure: a statement by the works council, with its reason. */
export const turnFormalKey = (place: StepPlace, said: { reason: string; file?: KeptFile }, at: Date) =>
  inStep(place, at, async ({ tx, step, today }) => {
    if (step.frozenOn === null) return refuse('notFrozen')
    if (step.keys.formal) return allow('turned' as const)
    return turn(tx, { ...place, holder: 'formal', ...said }, { today, at })
  })

type KeptFile = { hash: string; name: string }
type Turning = StepPlace & { holder: KeyHolder; proposalId?: string; reason: string; file?: KeptFile }

async function turn(tx: Db, { file, ...key }: Turning, { today, at }: { today: Day; at: Date }) {
  const kept = file ? { fileHash: file.hash, fileName: file.name } : {}
  await tx.insert(gateKeys).values({ ...key, ...kept, turnedOn: today })
  await append(tx, keyTurned({ ...key, turned: true, file: file?.hash }), at)
  return allow('turned' as const)
}

async function lose(tx: Db, key: Omit<Turning, 'file'>, at: Date) {
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

/** Turns the key of the formal procedure back, with the reason of the works council. */
export const turnFormalKeyBack = (place: StepPlace, reason: string, at: Date) =>
  inStep(place, at, async ({ tx, step }) =>
    step.keys.formal ? lose(tx, { ...place, holder: 'formal', reason }, at) : allow('turnedBack' as const),
  )

/** Opens a step, if nothing holds it. */
export const recordOpening = (place: StepPlace, at: Date) =>
  inStep(place, at, async ({ tx, gate, today }) => {
    const decision = openGate(gate, place.version, today)
    if (decision.ok) await tx.update(gateSteps).set(decision.value).where(rowOf(place))
    return decision
  })

/** Steps back from a step that is open: always possible, by whoever may open it and by both who hold a key. */
export const stepBack = (place: StepPlace, at: Date) =>
  inStep(place, at, async ({ tx }) => {
    await tx.update(gateSteps).set({ openedOn: null }).where(rowOf(place))
    return allow('closed' as const)
  })
