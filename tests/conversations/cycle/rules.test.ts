import { describe, expect, it, test } from 'vitest'
import { addWorkingDays } from '~/calendar'
import { countsOf, cycleOf, headlineOf } from '~/conversations/cycle/rules'

// A result on Monday 2 March 2026: the response is due on Monday 9 March, the talk on Monday 16 March.
const round = { id: 'r2', number: 2, inSightOn: '2026-03-02', answeredOn: null }
const before = { id: 'r1', number: 1, inSightOn: '2026-02-02', answeredOn: '2026-02-09' }
const teams = [
  { id: 'a', name: 'Avond', above: null, isLed: true },
  { id: 'z', name: 'Zaterdag', above: 'Weekend', isLed: false },
]
const talk = (over: object) => ({
  ...{ id: 't', teamId: 'a', state: 'held' as const, roundId: null, plannedOn: '2026-03-10', heldOn: '2026-03-10' },
  ...over,
})
const planned = (plannedOn: string, over: object = {}) => talk({ state: 'planned', plannedOn, heldOn: null, ...over })
const agreement = (over: object) => ({
  ...{ teamId: 'a', talkId: 't', outcome: null, dueOn: '2026-03-20', endedOn: null },
  ...over,
})
const follow = (today: string, talks: object[] = [], rounds = [round, before]) =>
  cycleOf(rounds, teams, { talks: talks as never, agreements: [] }, today)

test.each([
  ['2026-03-02', 5, '2026-03-09'],
  ['2026-03-06', 1, '2026-03-09'],
  ['2026-03-07', 5, '2026-03-13'],
  ['2026-03-08', 1, '2026-03-09'],
])('working days: from %s on, %i of them end on %s', (day, days, end) => {
  expect(addWorkingDays(day, days)).toBe(end)
})

describe('the response of management', () => {
  it.each([
    [null, '2026-03-09', { kind: 'waiting', dueOn: '2026-03-09' }],
    [null, '2026-03-10', { kind: 'late', dueOn: '2026-03-09' }],
    ['2026-03-09', '2026-03-20', { kind: 'done', wasLate: false }],
    ['2026-03-10', '2026-03-20', { kind: 'done', wasLate: true }],
  ])('given on %s, stands on %s as %o', (answeredOn, today, step) => {
    const [cycle] = follow(today, [], [{ ...round, answeredOn: answeredOn as never }])
    expect(cycle!.response).toMatchObject(step)
  })
})

describe('the talk of a team', () => {
  it.each<[string, object[], object]>([
    ['2026-03-16', [], { kind: 'waiting', dueOn: '2026-03-16' }],
    ['2026-03-17', [], { kind: 'late', dueOn: '2026-03-16' }],
    ['2026-03-10', [planned('2026-03-12')], { kind: 'planned', on: '2026-03-12' }],
    ['2026-03-17', [planned('2026-03-19')], { kind: 'late', on: '2026-03-19' }],
    ['2026-03-17', [planned('2026-03-12')], { kind: 'late', on: null }],
    ['2026-03-20', [talk({})], { kind: 'done', on: '2026-03-10', wasLate: false }],
    ['2026-03-20', [talk({ heldOn: '2026-03-17' })], { kind: 'done', wasLate: true }],
    ['2026-03-20', [talk({ state: 'cancelled', heldOn: null })], { kind: 'late' }],
    ['2026-03-20', [talk({ teamId: 'z' })], { kind: 'late' }],
    ['2026-03-20', [talk({ roundId: 'r1' })], { kind: 'late' }],
    ['2026-03-20', [talk({ heldOn: '2026-02-20' })], { kind: 'late' }],
    ['2026-03-20', [talk({ heldOn: '2026-02-20', roundId: 'r2' })], { kind: 'done' }],
  ])('stands on %s, with %o, as %o', (today, talks, step) => {
    expect(follow(today, talks)[0]!.teams[0]!.talk).toMatchObject(step)
  })

  it('is passed over once the next result is there, and is nobody’s where nobody leads', () => {
    const [now, past] = follow('2026-03-20')
    expect(past!.teams[0]!.talk).toEqual({ kind: 'passedOver' })
    expect(now!.teams[1]!.talk).toEqual({ kind: 'noLead' })
  })

  it('counts for the result in whose days it was', () => {
    const [now, past] = follow('2026-03-20', [talk({ heldOn: '2026-03-01' })])
    expect([now!.teams[0]!.talk.kind, past!.teams[0]!.talk.kind]).toEqual(['late', 'done'])
  })
})

describe('agreements', () => {
  const all = [
    agreement({}),
    agreement({ dueOn: '2026-03-12' }),
    agreement({ dueOn: '2026-03-11' }),
    agreement({ outcome: 'done', dueOn: '2026-03-01' }),
    agreement({ outcome: 'dropped' }),
  ]

  it('are late from the day after their day, and never once they ended', () => {
    const counts = { open: 3, done: 1, dropped: 1 }
    expect(countsOf(all, '2026-03-11')).toEqual({ ...counts, late: 0, lateSince: null })
    expect(countsOf(all, '2026-03-13')).toEqual({ ...counts, late: 2, lateSince: '2026-03-11' })
  })

  it('are counted with the result of their talk', () => {
    const said = { talks: [talk({})], agreements: [...all, agreement({ talkId: 'other' })] }
    const [now] = cycleOf([round], teams, said as never, '2026-03-13')
    expect(now!.teams.map(team => team.agreements.open)).toEqual([3, 0])
    expect(now!.teams[0]!.before).toMatchObject({ open: 1, late: 0 })
    expect(headlineOf(now!)).toEqual({ teams: 1, talked: 1, lateTalks: 0, lateAgreements: 2, response: 'late' })
  })

  it('from before are told with the latest result only', () => {
    const said = { talks: [talk({})], agreements: [agreement({ talkId: 'old', dueOn: '2026-02-01' })] }
    const [now, past] = cycleOf([round, before], teams, said as never, '2026-03-13')
    expect([now!.teams[0]!.before.late, past!.teams[0]!.before.open]).toEqual([1, 0])
    expect(headlineOf(now!).lateAgreements).toBe(1)
  })
})

test('teams stand as they were given, whoever is late: there is no ranking', () => {
  const names = [
    { id: 'b', name: 'B', above: null, isLed: true },
    { id: 'a', name: 'A', above: null, isLed: true },
  ]
  const [cycle] = cycleOf([round], names, { talks: [talk({})], agreements: [] } as never, '2026-03-20')
  expect(cycle!.teams.map(({ name }) => name)).toEqual(['B', 'A'])
})
