import { beforeAll, expect, test } from 'vitest'
import { db, promises, workgroups } from '#db'
import { exportLog } from '~/ledger/served.server'
import { recordPromise } from '~/promises/store.server'
import { recordGroup } from '~/workgroups/founding.server'
import { bindVetoPromise, makeVetoPromise, recordEnd, recordMandate } from '~/workgroups/mandate.server'
import { recordOffer } from '~/workgroups/seats/offering.server'
import { leave, seatAll } from '~/workgroups/seats/seating.server'
import { findGroup, mandatesOf, rulesOf } from '~/workgroups/store.server'
import { verify } from '../../app/ledger/verify.mjs'
import { by, director, houseWithAgents, hr, mandate } from './cast'

const at = new Date('2026-11-22T12:00:00Z')
const agent = by('a1')
const said = (name: string) => ({ ...mandate, name })
const promise = (name: string) => ({
  text: `Wij gaan niet live tegen een veto van werkgroep ${name} in.`,
  ...{ why: 'w', scope: 's', exclusions: 'e', measure: 'm' },
  ...{ ownerRole: 'executive' as const, madeOn: '2026-11-22', dueOn: '2027-11-22' },
})
async function founded(name: string, who = director) {
  const decision = await recordGroup(said(name), promise(name), who, at)
  if (!decision.ok) throw new Error(decision.because)
  return decision.value.id
}

beforeAll(() => houseWithAgents(2))

test('a director founds a group with its veto promise; the same form twice is one group and one promise', async () => {
  const [first, second] = await Promise.all([founded('Proef'), founded('Proef')])
  expect(second).toBe(first)
  const [group] = await db.select().from(workgroups)
  expect(group).toMatchObject({ state: 'forming', seats: 4, weeklyMinutes: 480, foundedOn: '2026-11-22' })
  expect(await db.select({ id: promises.id }).from(promises)).toEqual([{ id: group!.vetoPromiseId }])
  expect(await recordGroup({ ...said('proef'), words: 'Anders.' }, undefined, hr, at)).toMatchObject({
    because: 'nameTaken',
  })
})

test('nobody else founds one, no rule asks for more people than there are seats, and what is refused leaves no trace', async () => {
  const before = (await exportLog()).log
  const rules = [
    { trait: 'shift' as const, value: 'night', atLeast: 3 },
    { trait: 'shift' as const, value: 'day', atLeast: 2 },
  ]
  for (const who of [agent, by('lead', 'projectLead'), by('council', 'worksCouncil')])
    expect(await recordGroup(said('Van ons'), promise('Van ons'), who, at)).toMatchObject({ because: 'notYourDeed' })
  expect(await recordGroup({ ...said('Vol'), rules }, promise('Vol'), director, at)).toMatchObject({
    because: 'rulesNeedMoreSeats',
  })
  expect((await exportLog()).log).toBe(before)
})

test('a mandate is followed by another, the older one stays, and who was late is told', async () => {
  const id = await founded('Roosters')
  const rules = [{ trait: 'site' as const, value: 'g', atLeast: 1 }]
  const next = { ...mandate, words: 'Wij beslissen ook over roosters.', seats: 6, rules, seen: 1 }
  expect(await recordMandate(id, next, agent, at)).toMatchObject({ because: 'notYourDeed' })
  expect(await recordMandate(id, next, hr, at)).toMatchObject({ ok: true })
  expect(await recordMandate(id, next, hr, at)).toMatchObject({ ok: true })
  expect(await recordMandate(id, { ...next, words: 'Toch niet.' }, director, at)).toMatchObject({
    because: 'changedMeanwhile',
  })
  expect((await mandatesOf(id)).map(({ words }) => words)).toEqual([next.words, mandate.words])
  expect(await rulesOf(id)).toEqual(rules)
  expect(await findGroup(id)).toMatchObject({ seats: 6 })
})

test('a group that HR founds gets its veto promise from a director, and that one is not exchanged', async () => {
  const id = await founded('Van HR', hr)
  expect(await findGroup(id)).toMatchObject({ vetoPromiseId: null })
  const [other] = await db.select().from(promises)
  const idle = await recordPromise({ ...promise('x'), text: 'Elk idee krijgt antwoord.' }, director, at)
  const promiseId = idle.ok ? idle.value.id : ''
  expect(await bindVetoPromise(id, { seen: 1, promiseId }, director, at)).toMatchObject({ because: 'notAboutVetoes' })
  const asked = { seen: 1, promiseId: other!.id }
  expect(await bindVetoPromise(id, asked, hr, at)).toMatchObject({ because: 'notYourDeed' })
  expect(await bindVetoPromise(id, { ...asked, promiseId: 'P-99' }, director, at)).toMatchObject({
    because: 'noSuchPromise',
  })
  expect(await makeVetoPromise(id, { seen: 1, promise: promise('Van HR') }, director, at)).toMatchObject({ ok: true })
  expect(await bindVetoPromise(id, { ...asked, seen: 2 }, director, at)).toMatchObject({ because: 'promiseStands' })
  expect((await mandatesOf(id)).map(({ version }) => version)).toEqual([2, 1])
})

test('management does not end a group over the heads of its members, nor takes their seats away', async () => {
  const id = await founded('Blijft')
  const [night, day] = [by('a1'), by('a2')]
  for (const one of [night, day]) await recordOffer(id, { shift: 'night', contract: 'agency' }, one, at)
  expect(await seatAll(id, director, at)).toMatchObject({ ok: true, value: { seated: 2 } })
  expect(await recordMandate(id, { ...mandate, seats: 1, seen: 1 }, director, at)).toMatchObject({
    because: 'seatsTaken',
  })
  expect(await recordEnd(id, director, at)).toMatchObject({ because: 'somebodySits' })
  for (const one of [night, day]) await leave(id, one.id, at)
  expect(await recordEnd(id, agent, at)).toMatchObject({ because: 'notYourDeed' })
  expect(await recordEnd(id, director, at)).toMatchObject({ ok: true })
  expect(await recordOffer(id, { shift: 'night', contract: 'agency' }, night, at)).toMatchObject({
    because: 'groupEnded',
  })
})

test('all of it stands in a ledger that anybody can check', async () => {
  expect((await verify(await exportLog(), { now: at.getTime() / 1000 })).problems).toEqual([])
})
