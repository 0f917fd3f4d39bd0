import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { db, gateKeys, groupSeats, ledgerOpenings, transact } from '#db'
import { turnFormalKey, turnFormalKeyBack } from '~/gates/formal/store.server'
import { historyOf } from '~/gates/history.server'
import { recordGate, recordStep } from '~/gates/making/store.server'
import { recordOpening, stepBack } from '~/gates/opening.server'
import { openPct } from '~/gates/rules'
import { findGate } from '~/gates/store.server'
import { exportLog } from '~/ledger/served.server'
import type { Role } from '~/people/rules'
import { verify } from '../../app/ledger/verify.mjs'
import { foundOrganisation, hire } from '../people/cast'
import { decide, foundGate } from './cast'

const day = '2026-04-20'
const at = new Date(`${day}T11:00:00Z`)
const council = { roles: ['worksCouncil' as const] }
const lead = { id: 'lead', roles: ['projectLead' as const] }

beforeAll(async () => {
  await foundOrganisation()
  await hire('lead@voorbeeld.nl', ['projectLead'])
})

type Place = { gateId: string; version: number }
type World = Awaited<ReturnType<typeof foundGate>>
const placeIn = ({ gateId }: World, version = 1): Place => ({ gateId, version })
const shown = async ({ gateId }: Pick<Place, 'gateId'>) => (await findGate(gateId))!
const pctOf = async (world: World) => openPct(await shown(world))

/** Lets the group fix the criteria of a step and find them met. */
async function good(world: World, version = 1) {
  const about = placeIn(world, version)
  await decide(world, { subject: 'criteria', about, detail: { measuringFrom: '2026-05-01' } }, at)
  const criteria = (await shown(world)).steps.find(step => step.version === version)!.criteria
  const judgements = criteria.map(({ number }) => ({ criterion: number, isGood: true, note: 'Goed.' }))
  await decide(world, { subject: 'verdict', about, detail: { judgements } }, at)
}
const turned = (place: Place) => turnFormalKey(place, { reason: 'Advies gegeven.' }, council, at)
/** A gate that is open for 20 % of the customers. */
async function openWorld() {
  const world = await foundGate(day)
  await good(world)
  await turned(placeIn(world))
  expect(await recordOpening(placeIn(world), lead, at)).toMatchObject({ ok: true })
  return world
}

test('no hand of management turns the formal key, not even one that also sits in the works council', async () => {
  const world = await foundGate(day)
  expect(await turned(placeIn(world))).toMatchObject({ because: 'notFrozen' })
  await good(world)
  const wrong: Role[][] = [['executive'], ['projectLead'], ['hr'], ['agent'], ['teamLead'], ['platformAdmin'], []]
  const both: Role[][] = [
    ['worksCouncil', 'executive'],
    ['worksCouncil', 'projectLead'],
  ]
  for (const roles of [...wrong, ...both]) {
    const said = { reason: 'Ik ben de baas.' }
    expect(await turnFormalKey(placeIn(world), said, { roles }, at)).toMatchObject({ because: 'notYourMove' })
  }
  expect(await turnFormalKey(placeIn(world), { reason: ' ' }, council, at)).toMatchObject({ because: 'reasonMissing' })
  expect((await shown(world)).steps[0]!.keys).toEqual({ workgroup: true, formal: false })
  await Promise.all([turned(placeIn(world)), turned(placeIn(world))])
  expect(await db.select().from(gateKeys).where(eq(gateKeys.gateId, world.gateId))).toHaveLength(2)
  for (const roles of both)
    expect(await turnFormalKeyBack(placeIn(world), 'Nee.', { roles }, at)).toMatchObject({ because: 'notYourMove' })
})

describe('opening', () => {
  test('waits while nobody sits in the group: nobody could veto it', async () => {
    const world = await foundGate(day)
    await good(world)
    await turned(placeIn(world))
    await transact(tx => tx.update(groupSeats).set({ leftOn: day }).where(eq(groupSeats.workgroupId, world.group)))
    expect(await recordOpening(placeIn(world), lead, at)).toMatchObject({ because: 'groupEmpty' })
    expect(await pctOf(world)).toBe(0)
  })

  test('is refused while anything is missing, goes no further than the step, and happens once', async () => {
    const world = await foundGate(day)
    const open = () => recordOpening(placeIn(world), lead, at)
    expect(await open()).toMatchObject({ because: 'notFrozen' })
    await good(world)
    expect(await open()).toMatchObject({ because: 'formalKeyMissing' })
    await turned(placeIn(world))
    expect(await pctOf(world)).toBe(0)
    const roles: Role[] = ['worksCouncil', 'hr', 'agent', 'workgroupMember']
    for (const role of roles)
      expect(await recordOpening(placeIn(world), { roles: [role] }, at)).toMatchObject({ because: 'notYourMove' })
    await Promise.all([open(), open()])
    expect(await pctOf(world)).toBe(20)
    const moves = (await historyOf(await shown(world))).filter(({ type }) => type === 'gate.moved')
    expect(moves.map(({ data }) => data)).toEqual([{ gate: world.gateId, pct: 20, version: 1 }])
  })

  test.each<[string, (world: World) => Promise<unknown>]>([
    ['the council turns its key back', world => turnFormalKeyBack(placeIn(world), 'Nieuwe feiten.', council, at)],
    [
      'the group turns its key back by a vote',
      world => decide(world, { subject: 'key', about: placeIn(world), words: 'Te veel fouten.' }, at),
    ],
  ])('ends in the same moment in which %s', async (_how, back) => {
    const world = await openWorld()
    await back(world)
    expect(await pctOf(world)).toBe(0)
    expect((await historyOf(await shown(world)))[0]).toMatchObject({ type: 'gate.moved', data: { pct: 0 } })
  })
})

test('everybody who may step back does so at once, with a reason that stays, and others do not', async () => {
  const world = await openWorld()
  const agent = await hire(`agent-${world.gateId}@voorbeeld.nl`)
  const back = (id: string, roles: Role[], reason = 'Het gaat mis.') =>
    stepBack(placeIn(world), reason, { id, roles }, at)
  expect(await back(agent, ['agent'])).toMatchObject({ because: 'notYourMove' })
  expect(await back('lead', ['projectLead'], ' ')).toMatchObject({ because: 'reasonMissing' })
  for (const [id, role] of [
    ['lead', 'projectLead'],
    ['director', 'executive'],
    ['council', 'worksCouncil'],
    [world.members[1]!, 'agent'],
  ] as const) {
    expect(await back(id, [role])).toMatchObject({ ok: true })
    expect(await pctOf(world)).toBe(0)
    const [last] = await historyOf(await shown(world))
    expect(last).toMatchObject({ type: 'gate.moved', reason: 'Het gaat mis.', data: { pct: 0 } })
    expect(await back(id, [role])).toMatchObject({ ok: true })
    expect((await historyOf(await shown(world)))[0]!.seq).toBe(last!.seq)
    await recordOpening(placeIn(world), lead, at)
  }
  expect((await db.select().from(ledgerOpenings)).filter(({ text }) => text === 'Het gaat mis.')).toHaveLength(4)
})

test('a new step brings criteria along and nothing else, takes the place of the old one, and nobody leaps over one', async () => {
  const world = await openWorld()
  const asked = { targetPct: 20, copyFrom: 1, seen: 1 }
  expect(await recordStep(world.gateId, asked, { roles: ['executive'] })).toMatchObject({ because: 'notYourMove' })
  const made = await Promise.all([recordStep(world.gateId, asked, lead), recordStep(world.gateId, asked, lead)])
  expect(made).toMatchObject([{ value: { version: 2 } }, { value: { version: 2 } }])
  expect(await recordStep(world.gateId, { targetPct: 30, seen: 1 }, lead)).toMatchObject({
    because: 'changedMeanwhile',
  })
  const [first, second] = (await shown(world)).steps
  expect(second).toMatchObject({ criteria: [{ measure: 'Goede antwoorden' }], isJudgedGood: false, turned: [] })
  expect(second!.keys).toEqual({ workgroup: false, formal: false })
  expect(first!.openedOn).toBe(day)
  await recordStep(world.gateId, { targetPct: 60, copyFrom: 1, seen: 2 }, lead)
  await good(world, 3)
  await turned(placeIn(world, 3))
  await stepBack(placeIn(world), 'Even terug.', lead, at)
  expect(await recordOpening(placeIn(world, 3), lead, at)).toMatchObject({ because: 'stepBefore' })
  await good(world, 2)
  await turned(placeIn(world, 2))
  expect(await recordOpening(placeIn(world), lead, at)).toMatchObject({ because: 'stepReplaced' })
  expect(await recordOpening(placeIn(world, 2), lead, at)).toMatchObject({ ok: true })
  expect(await recordOpening(placeIn(world, 3), lead, at)).toMatchObject({ ok: true })
  expect(await pctOf(world)).toBe(60)
  await stepBack(placeIn(world, 2), 'Alles dicht.', lead, at)
  expect(await pctOf(world)).toBe(0)
})

test('a gate is made once, with its steps, and never in the first phase', async () => {
  const { useCase } = await foundGate(day)
  const early = await foundGate(day, 'listen')
  const asked = { useCaseId: useCase, kind: 'goLive' as const, name: 'Live', shares: [20, 60, 80] }
  const made = await recordGate(asked, lead)
  expect(await recordGate(asked, lead)).toEqual(made)
  const gate = await shown({ gateId: made.ok ? made.value.id : '' })
  expect(gate.steps.map(step => [step.version, step.targetPct, step.frozenOn])).toEqual([
    [1, 20, null],
    [2, 60, null],
    [3, 80, null],
  ])
  expect(await recordGate({ ...asked, useCaseId: early.useCase }, lead)).toMatchObject({ because: 'phaseTooEarly' })
  expect(await recordGate({ ...asked, useCaseId: 'U-0' }, lead)).toMatchObject({ because: 'noSuchUseCase' })
  const others: Role[] = ['executive', 'worksCouncil', 'hr', 'agent', 'platformAdmin']
  for (const role of others)
    expect(await recordGate({ ...asked, name: role }, { roles: [role] })).toMatchObject({ because: 'notYourMove' })
})

test('what all of this left in the ledger holds for anybody who checks it', async () => {
  expect((await verify(await exportLog())).problems).toEqual([])
})
