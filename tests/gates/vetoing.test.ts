import { asc, eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { db, promises, proposals, transact, vetoes, vetoMoves, workgroups } from '#db'
import { applyGateDecisions } from '~/gates/applying.server'
import { turnFormalKey } from '~/gates/formal/store.server'
import { recordOpening } from '~/gates/opening.server'
import { openPct } from '~/gates/rules'
import { findGate } from '~/gates/store.server'
import type { VetoAsked } from '~/gates/vetoes'
import { raiseVeto, recordVetoMove } from '~/gates/vetoing.server'
import { exportLog } from '~/ledger/served.server'
import { recordVote } from '~/workgroups/votes/voting.server'
import { verify } from '../../app/ledger/verify.mjs'
import { foundOrganisation } from '../people/cast'
import { decide, foundGate, putToVote } from './cast'

const day = '2026-04-20'
const at = new Date(`${day}T11:00:00Z`)

beforeAll(foundOrganisation)

type World = Awaited<ReturnType<typeof foundGate>>
const about = ({ gateId, version }: World) => ({ gateId, version })
const persuade = { persuade: 'Twee weken zonder fout.' }

/** A gate that is open for 20 % of the customers. */
async function openGate() {
  const world = await foundGate(day)
  await decide(world, { subject: 'criteria', about: about(world), detail: { measuringFrom: '2026-05-01' } }, at)
  const judgements = [{ criterion: 1, isGood: true, note: 'Goed.' }]
  await decide(world, { subject: 'verdict', about: about(world), detail: { judgements } }, at)
  await turnFormalKey(about(world), { reason: 'Advies gegeven.' }, { roles: ['worksCouncil'] }, at)
  await recordOpening(about(world), { roles: ['projectLead'] }, at)
  return world
}
const pctOf = async ({ gateId }: World) => openPct((await findGate(gateId))!)

/** Lets the group veto. @returns the id of the veto */
async function vetoed(world: World) {
  const proposalId = await decide(
    world,
    { subject: 'veto', about: { ...about(world), criterion: 1 }, detail: persuade },
    at,
  )
  const [row] = await db.select().from(vetoes).where(eq(vetoes.proposalId, proposalId))
  return row!.id
}
const stateOf = async (id: string) => (await db.select().from(vetoes).where(eq(vetoes.id, id)))[0]!.state
const move = (id: string, asked: Partial<VetoAsked> & { proposalId?: string }) =>
  recordVetoMove(id, { move: 'answer', by: 'management', reason: 'Omdat.', ...asked }, at)

test('from veto to persuaded: the gate shuts at once and opens when the group says so', async () => {
  const world = await openGate()
  expect(await pctOf(world)).toBe(20)
  const id = await vetoed(world)
  expect(await pctOf(world)).toBe(0)
  const [row] = await db.select().from(vetoes).where(eq(vetoes.id, id))
  expect(row).toMatchObject({ state: 'raised', answerDueOn: '2026-05-05', evidence: 'Daarom.', ...persuade })
  expect(await move(id, {})).toMatchObject({ value: { state: 'answered' } })
  expect(await pctOf(world)).toBe(0)
  await decide(world, { subject: 'persuaded', about: { vetoId: id }, words: 'Het is beter.' }, at)
  expect([await stateOf(id), await pctOf(world)]).toEqual(['persuaded', 20])
  const moves = await db.select().from(vetoMoves).where(eq(vetoMoves.vetoId, id)).orderBy(asc(vetoMoves.number))
  expect(moves.map(({ side, state, reason }) => [side, state, reason])).toEqual([
    ['management', 'answered', 'Omdat.'],
    ['group', 'persuaded', 'Het is beter.'],
  ])
})

test('a third of the group is enough for a veto, and the house does it the moment that third has voted', async () => {
  const world = await openGate()
  const id = await putToVote(world, { subject: 'veto', about: { ...about(world), criterion: 1 }, detail: persuade }, at)
  await recordVote(id, { choice: 'consent', reason: '' }, world.members[1]!, at)
  await applyGateDecisions(at)
  expect(await pctOf(world)).toBe(0)
})

test('the same decision applied again, or ten times at once, is one veto', async () => {
  const world = await openGate()
  const proposal = { subject: 'veto' as const, about: { ...about(world), criterion: 1 }, detail: persuade }
  const id = await putToVote(world, proposal, at)
  await recordVote(id, { choice: 'consent', reason: '' }, world.members[0]!, at)
  await Promise.all(Array.from({ length: 10 }, () => applyGateDecisions(at)))
  expect(await db.select().from(vetoes).where(eq(vetoes.proposalId, id))).toHaveLength(1)
})

test('of ten who move a veto at once one does, and the others hear that it moved on', async () => {
  const id = await vetoed(await openGate())
  const answers = await Promise.all(Array.from({ length: 10 }, () => move(id, {})))
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  expect(answers.filter(answer => !answer.ok && answer.because === 'vetoMovedOn')).toHaveLength(9)
})

test('overriding breaks the promise in the same breath, with the name and the reasons, and opens what it stopped', async () => {
  const world = await openGate()
  const id = await vetoed(world)
  const override = { move: 'override', by: 'director', name: 'Ada Baas', reason: 'De klant wacht.' } as const
  expect(await move(id, override)).toMatchObject({ because: 'vetoMovedOn' })
  await move(id, {})
  expect(await move(id, { ...override, name: ' ' })).toMatchObject({ because: 'nameMissing' })
  expect(await move(id, { ...override, reason: '' })).toMatchObject({ because: 'reasonMissing' })
  const [promise] = await db.select().from(promises).where(eq(promises.id, world.vetoPromiseId))
  expect(promise!.status).not.toBe('broken')
  expect(await move(id, override)).toMatchObject({ value: { state: 'overridden' } })
  const [broken] = await db.select().from(promises).where(eq(promises.id, world.vetoPromiseId))
  expect([broken!.status, await pctOf(world)]).toEqual(['broken', 20])
  const second = await vetoed(world)
  await move(second, {})
  expect(await move(second, override)).toMatchObject({ ok: true })
  expect(
    (await verify(await exportLog())).problems.filter(({ code }: { code: string }) => code === 'reference'),
  ).toEqual([])
})

test('the vote of another group, one about another step and one that was not adopted decide nothing', async () => {
  const [world, other] = [await openGate(), await openGate()]
  const foreign = await putToVote(
    other,
    { subject: 'veto', about: { ...about(world), criterion: 1 }, detail: persuade },
    at,
  )
  for (const member of other.members) await recordVote(foreign, { choice: 'consent', reason: '' }, member, at)
  await applyGateDecisions(at)
  const elsewhere = await putToVote(
    other,
    { subject: 'veto', about: { ...about(other), criterion: 1 }, detail: persuade },
    at,
  )
  const place = { ...about(world), criterion: 1 }
  for (const one of [foreign, elsewhere, 'V-none']) expect(await raiseVeto(place, one, at)).toMatchObject({ ok: false })
  expect(await pctOf(world)).toBe(20)
  const id = await vetoed(world)
  await move(id, {})
  const strange = await decide(other, { subject: 'persuaded', about: { vetoId: id } }, at)
  expect(await move(id, { move: 'persuaded', by: 'group', proposalId: strange })).toMatchObject({
    because: 'notDecided',
  })
  expect(await move(id, { move: 'persuaded', by: 'group' })).toMatchObject({ ok: false })
  expect([await stateOf(id), await pctOf(world)]).toEqual(['answered', 0])
})

test('a veto needs fixed criteria and one of them, and what cannot be done stops no other decision', async () => {
  const [early, world] = [await foundGate(day), await openGate()]
  const missing = await putToVote(
    world,
    { subject: 'veto', about: { ...about(world), criterion: 9 }, detail: persuade },
    at,
  )
  await recordVote(missing, { choice: 'consent', reason: '' }, world.members[0]!, at)
  await decide(early, { subject: 'veto', about: { ...about(early), criterion: 1 }, detail: persuade }, at)
  expect(await db.select().from(vetoes).where(eq(vetoes.gateId, early.gateId))).toEqual([])
  await vetoed(world)
  expect(await pctOf(world)).toBe(0)
})

test('what fails half-way leaves nothing: no promise is broken by a veto that was not set aside', async () => {
  const world = await openGate()
  const id = await vetoed(world)
  await move(id, {})
  const stray = { vetoId: id, number: 3, state: 'raised', side: 'group', movedOn: day, reason: '' } as const
  await transact(tx => tx.insert(vetoMoves).values(stray))
  await expect(move(id, { move: 'override', by: 'director', name: 'Ada' })).rejects.toThrow()
  const [promise] = await db.select().from(promises).where(eq(promises.id, world.vetoPromiseId))
  expect([await stateOf(id), await pctOf(world)]).toEqual(['answered', 0])
  expect(promise!.status).not.toBe('broken')
})

test('without a promise that it would break no director sets a veto aside', async () => {
  const world = await openGate()
  const id = await vetoed(world)
  await move(id, {})
  const bind = (vetoPromiseId: string | null) =>
    transact(tx => tx.update(workgroups).set({ vetoPromiseId }).where(eq(workgroups.id, world.group)))
  await bind(null)
  const override = { move: 'override', by: 'director', name: 'Ada Baas' } as const
  expect(await move(id, override)).toMatchObject({ because: 'noVetoPromise' })
  expect([await stateOf(id), await pctOf(world)]).toEqual(['answered', 0])
  expect(await db.select().from(vetoMoves).where(eq(vetoMoves.vetoId, id))).toHaveLength(1)
  await bind(world.vetoPromiseId)
  expect(await move(id, override)).toMatchObject({ value: { state: 'overridden' } })
})

test('of what a group decided on one day its no is done last, whatever chance calls the proposals', async () => {
  const world = await openGate()
  const adoptAs = async (id: string, asked: Parameters<typeof putToVote>[1]) => {
    const made = await putToVote(world, asked, at)
    for (const member of world.members) await recordVote(made, { choice: 'consent', reason: '' }, member, at)
    await transact(tx => tx.update(proposals).set({ id }).where(eq(proposals.id, made)))
  }
  await decide(world, { subject: 'key', about: about(world) }, at)
  const judgements = [{ criterion: 1, isGood: true, note: 'Weer goed.' }]
  await adoptAs('V-0', { subject: 'key', about: about(world) })
  await adoptAs('V-z', { subject: 'verdict', about: about(world), detail: { judgements } })
  await applyGateDecisions(at)
  expect((await findGate(world.gateId))!.steps[0]!.keys.workgroup).toBe(false)
})
