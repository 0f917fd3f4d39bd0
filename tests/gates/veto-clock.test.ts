import { expect, test } from 'vitest'
import { formalKeyAsks, vetoAsksOf } from '~/gates/veto/asks'
import { type Clock, clockOf } from '~/gates/veto/clock'
import { becameBetter, outcomesOf } from '~/gates/veto/outcome'
import { stagesOf } from '~/gates/veto/reminder'
import type { VetoInFull } from '~/gates/veto/shown'
import { type VetoState, vetoMovesOpenTo } from '~/gates/vetoes'

const isFree = (day: string) => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())
const raised = { state: 'raised' as const, answerDueOn: '2026-06-15' }

test.each<[string, Clock['says'], number]>([
  ['2026-06-01', 'left', 10],
  ['2026-06-05', 'left', 6],
  ['2026-06-06', 'left', 6],
  ['2026-06-12', 'left', 1],
  ['2026-06-14', 'left', 1],
  ['2026-06-15', 'lastDay', 0],
  ['2026-06-16', 'late', 1],
  ['2026-06-22', 'late', 5],
])('on %s the clock says %s, %i working days', (today, says, days) => {
  expect(clockOf(raised, today, isFree)).toMatchObject({ says, days })
})

test('taking a veto to the works council does not stop the clock of management; an answer does, and late stays late', () => {
  expect(clockOf({ ...raised, state: 'escalated' }, '2026-06-16', isFree)).toMatchObject({ says: 'late' })
  const answered = { ...raised, state: 'answered' as const }
  expect(clockOf({ ...answered, answeredOn: '2026-06-15' }, '2026-07-01', isFree)).toBeUndefined()
  const late = clockOf({ ...answered, state: 'persuaded', answeredOn: '2026-06-17' }, '2026-07-01', isFree)
  expect(late).toMatchObject({ says: 'answeredLate', days: 2 })
})

test('a use case became better when a later verdict found the same step or a later one good', () => {
  const veto = { version: 2, raisedOn: '2026-06-01', state: 'accepted' as const }
  const judged = (version: number, isJudgedGood: boolean, judgedOn: string | null) => [
    { version, isJudgedGood, judgedOn },
  ]
  expect(becameBetter(veto, judged(2, true, '2026-06-20'))).toBe(true)
  expect(becameBetter(veto, judged(3, true, '2026-06-20'))).toBe(true)
  expect(becameBetter(veto, judged(1, true, '2026-06-20'))).toBe(false)
  expect(becameBetter(veto, judged(2, true, '2026-05-20'))).toBe(false)
  expect(becameBetter(veto, judged(2, false, '2026-06-20'))).toBe(false)
  expect(becameBetter({ ...veto, state: 'overridden' }, judged(3, true, '2026-06-20'))).toBe(false)
  const counted = outcomesOf([
    { state: 'persuaded', isBetter: true },
    { state: 'accepted', isBetter: true },
    { state: 'escalated', isBetter: false },
  ])
  expect(counted).toEqual({ all: 3, better: 2, persuaded: 1, accepted: 1, standing: 1, overridden: 0 })
})

const veto = (state: VetoState, says?: Clock['says'], days = 5) =>
  ({
    ...{ id: 'X-1', state, targetPct: 20, answerDueOn: '2026-06-15' },
    gate: { id: 'G-1', name: 'Poort', useCase: 'U', workgroupId: 'W-1', workgroup: 'Groep' },
    ...(says && { clock: { says, days, dueOn: '2026-06-15' } }),
  }) as VetoInFull

test.each<[string, VetoInFull, string[], string[], string | undefined]>([
  ['a new veto asks management', veto('raised', 'left'), ['projectLead'], [], 'answer'],
  ['it does not ask the works council', veto('raised', 'left'), ['worksCouncil'], [], undefined],
  ['once late it asks both', veto('raised', 'late'), ['executive'], [], 'late'],
  ['also the works council', veto('raised', 'late'), ['worksCouncil'], [], 'late'],
  ['who is in both sides has management’s', veto('escalated'), ['worksCouncil', 'executive'], [], undefined],
  ['an escalated one asks the works council', veto('escalated'), ['worksCouncil'], [], 'escalated'],
  ['an answer asks the members', veto('answered'), ['agent'], ['W-1'], 'vote'],
  ['and nobody of another group', veto('answered'), ['agent'], ['W-2'], undefined],
  ['what is over asks nobody', veto('persuaded'), ['executive'], ['W-1'], undefined],
])('%s', (_what, one, roles, workgroupIds, say) => {
  const asks = vetoAsksOf([one], { roles: roles as never, workgroupIds })
  expect(asks.map(ask => 'say' in ask && ask.say)).toEqual(say ? [say] : [])
})

test('the works council is asked for its key when only that is missing, and nobody else ever', () => {
  const step = { version: 1, targetPct: 20, frozenOn: '2026-05-01', isJudgedGood: true, openedOn: null, vetoes: [] }
  const gate = (keys: { workgroup: boolean; formal: boolean }) => [
    { id: 'G-1', workgroup: 'Groep', phase: 'prototype' as const, steps: [{ ...step, keys }] },
  ]
  const wanted = gate({ workgroup: true, formal: false })
  expect(formalKeyAsks(wanted, { roles: ['worksCouncil'] })).toHaveLength(1)
  expect(formalKeyAsks(wanted, { roles: ['worksCouncil', 'executive'] })).toEqual([])
  expect(formalKeyAsks(gate({ workgroup: false, formal: false }), { roles: ['worksCouncil'] })).toEqual([])
  expect(formalKeyAsks(gate({ workgroup: true, formal: true }), { roles: ['worksCouncil'] })).toEqual([])
})

test('each mail has its moment', () => {
  expect(stagesOf(veto('raised', 'left', 10))).toEqual(['raised'])
  expect(stagesOf(veto('raised', 'left', 2))).toEqual(['soon'])
  expect(stagesOf(veto('raised', 'late'))).toEqual(['late'])
  expect(stagesOf(veto('escalated', 'late'))).toEqual(['escalated', 'late'])
  expect(stagesOf(veto('persuaded'))).toEqual([])
})

test('who can do what with a veto follows from the side they are on and from where it stands', () => {
  const open = (state: VetoState, roles: string[], isMember = false) =>
    vetoMovesOpenTo({ state }, { roles: roles as never, isMember })
  expect(open('raised', ['executive'])).toEqual(['answer', 'accept'])
  expect(open('answered', ['executive'])).toEqual(['accept', 'override'])
  expect(open('answered', ['projectLead'])).toEqual(['accept'])
  expect(open('answered', ['agent'], true)).toEqual(['persuaded', 'escalate'])
  expect(open('answered', ['worksCouncil'])).toEqual([])
  expect(open('overridden', ['executive'], true)).toEqual([])
})
