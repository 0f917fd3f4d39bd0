import { criteria, gateSteps, gates, groupSeats, transact, useCases, workgroups } from '#db'
import { addDays } from '~/calendar'
import { applyGateDecisions } from '~/gates/applying.server'
import { append } from '~/ledger/store.server'
import { recordPromise } from '~/promises/store.server'
import type { Detail, Subject } from '~/workgroups/votes/rules'
import { type About, findProposal } from '~/workgroups/votes/store.server'
import { propose, recordOpening, recordVote } from '~/workgroups/votes/voting.server'
import { hire } from '../people/cast'

// A working group with a gate, put there as the stores of others leave it; from there on only real stores are used.

const noon = (day: string) => new Date(`${day}T11:00:00Z`)
let groups = 0

/** Founds a group of three, with a use case in `phase`, a gate and one step of 20 % for which one criterion is written. */
export async function foundGate(day: string, phase: 'listen' | 'prototype' = 'prototype') {
  const number = ++groups
  const [group, useCase, gateId] = [`W-${number}`, `U-${number}`, `G-${number}`]
  const members = await Promise.all(['a', 'b', 'c'].map(one => hire(`${one}${number}@voorbeeld.nl`, ['agent'])))
  const promise = await recordPromise({ ...vetoPromise, text: `Nee is nee (${number}).` }, director, noon(day))
  if (!promise.ok) throw new Error(promise.because)
  const vetoPromiseId = promise.value.id
  await transact(async tx => {
    const facts = { id: group, number, name: `Groep ${number}`, foundedOn: day, vetoPromiseId }
    await tx.insert(workgroups).values({ ...facts, state: 'working', seats: 3, weeklyMinutes: 480 })
    const seat = { workgroupId: group, office: 'member' as const, fromOn: day, untilOn: addDays(day, 365) }
    await tx.insert(groupSeats).values(members.map(personId => ({ ...seat, personId })))
    const mandate = { group, version: 1, seats: 3, weekly_minutes: 480, veto_promise: vetoPromiseId }
    await append(tx, { type: 'workgroup.mandated', data: mandate, words: { text: 'Mandaat' } }, noon(day))
    const road = { id: useCase, number, workgroupId: group, name: `Toepassing ${number}`, enteredOn: day }
    await tx.insert(useCases).values({ ...road, phase })
    const entered = phase === 'listen' ? (['listen'] as const) : (['listen', 'prototype'] as const)
    for (const one of entered)
      await append(tx, { type: 'phase.entered', data: { use_case: useCase, phase: one } }, noon(day))
    await tx
      .insert(gates)
      .values({ id: gateId, number, useCaseId: useCase, kind: 'pilotStart', name: `Poort ${number}` })
  })
  await addStep({ gateId, version: 1 }, 20)
  return { group, useCase, gateId, version: 1, members, vetoPromiseId }
}

/** Adds a step for which one criterion is written and nothing is fixed. */
export const addStep = (place: { gateId: string; version: number }, targetPct: number) =>
  transact(async tx => {
    await tx.insert(gateSteps).values({ ...place, targetPct, isJudgedGood: false })
    const bar = { unit: '%', direction: 'atLeast' as const, thresholdMilli: 90_000, minimumVolume: 100 }
    await tx.insert(criteria).values({ ...place, number: 1, measure: 'Goede antwoorden', source: 'Steekproef', ...bar })
  })

const director = { roles: ['executive' as const] }
const vetoPromise = {
  why: 'Omdat zij het werk doen.',
  ownerRole: 'executive' as const,
  madeOn: '2026-01-05',
  dueOn: '2027-12-31',
  scope: 'Alle toepassingen',
  exclusions: 'Niets.',
  measure: 'Geen veto opzij gezet.',
}

type Group = { group: string; members: string[] }
type Asked = { subject: Subject; about: About; detail?: Detail; words?: string }

/** Lets a member propose this, and opens the vote; nobody has voted yet. */
export async function putToVote({ group, members }: Group, asked: Asked, at: Date): Promise<string> {
  const said = { title: asked.subject, words: 'Daarom.', ...asked }
  const proposed = await propose(group, said, members[0]!, at)
  if (!proposed.ok) throw new Error(proposed.because)
  const { version } = (await findProposal(proposed.value.id))!
  const closesAt = new Date(at.getTime() + 72 * 3_600_000)
  const opened = await recordOpening(proposed.value.id, version, closesAt, { personId: members[0]!, at })
  if (!opened.ok) throw new Error(opened.because)
  return proposed.value.id
}

/** Lets the whole group adopt this by a real vote, and the house do it. @returns the proposal */
export async function decide(of: Group, asked: Asked, at: Date): Promise<string> {
  const id = await putToVote(of, asked, at)
  for (const member of of.members) await recordVote(id, { choice: 'consent', reason: '' }, member, at)
  await applyGateDecisions(at)
  return id
}
