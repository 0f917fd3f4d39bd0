import { and, eq } from 'drizzle-orm'
import { type Db, gateKeys, gateSteps, transact } from '#db'
import { type Day, dayIn } from '~/calendar'
import { config } from '~/config.server'
import { allow, type Decision, refuse } from '~/decision'
import { append } from '~/ledger/store.server'
import { adoptedAbout } from '~/workgroups/votes/adopted.server'
import { type KeyHolder, openGate, openStep } from './rules'
import { findGate, type GateShown, type StepShown } from './store.server'
import { gateMoved, judgedGood, keyTurned } from './witness'

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
export function inStep<Value, Reason extends string>(
  place: StepPlace,
  at: Date,
  work: (at: AtStep) => Promise<Decision<Value, Reason>>,
): Promise<Decision<Value, Reason | 'noSuchStep'>> {
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

/** Lets an adopted verdict of the group count: the step is good enough, and the group's key is turned. */
export const recordVerdict = (place: StepPlace, proposalId: string, at: Date) =>
  inStep(place, at, async ({ tx, step, today }) => {
    const adopted = await adoptedAbout(tx, proposalId, 'verdict', place)
    if (!adopted.ok) return adopted
    if (step.frozenOn === null) return refuse('notFrozen')
    if (step.keys.workgroup) return allow('turned' as const)
    await tx.update(gateSteps).set({ isJudgedGood: true, judgedOn: today }).where(rowOf(place))
    await append(tx, judgedGood(place, proposalId), at)
    return turn(tx, { ...place, holder: 'workgroup', proposalId, reason: '' }, { today, at })
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

/** Turns a key back, whoever holds it: the works council with its reason, the group by an adopted vote. */
export const turnBack = (place: StepPlace, by: { holder: KeyHolder; reason: string; proposalId?: string }, at: Date) =>
  inStep(place, at, async ({ tx, step }) => {
    if (by.holder === 'workgroup') {
      const adopted = await adoptedAbout(tx, by.proposalId ?? '', 'key', place)
      if (!adopted.ok) return adopted
    }
    if (!step.keys[by.holder]) return allow('turnedBack' as const)
    await tx.delete(gateKeys).where(keyOf(place, by.holder))
    await append(tx, keyTurned({ ...place, ...by, turned: false }), at)
    return allow('turnedBack' as const)
  })

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
