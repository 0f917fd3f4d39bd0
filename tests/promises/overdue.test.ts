import { describe, expect, test } from 'vitest'
import { addDays } from '~/calendar'
import { isDueSoon, isLongOverdue, isOverdue, isUnclaimed, patienceDays } from '~/promises/overdue'
import { movePromise, promiseMoves } from '~/promises/rules'
import { promiseStatuses } from '~/promises/words'

const dueOn = '2026-06-30'
const facts = {
  status: 'made',
  version: 1,
  madeOn: '2026-01-05',
  dueOn,
  successorId: null,
  withdrawalAgreed: false,
} as const
const find = { move: 'findBroken', seen: 1, note: 'De lijst is er niet.' } as const
const council = { roles: ['worksCouncil' as const] }
type Rule = typeof movePromise

/** Lists the days, counted from the day it was due, on which the council may speak of a promise that nobody claimed. */
const daysOpen = (rule: Rule) =>
  [-1, 0, 1, patienceDays, patienceDays + 1, 100].filter(days => rule(facts, find, council, addDays(dueOn, days)).ok)

describe('a works council that waits', () => {
  test('may say that a promise is not kept once management has been silent for two weeks', () => {
    expect(daysOpen(movePromise)).toEqual([patienceDays + 1, 100])
    const tooEarly = movePromise(facts, find, council, addDays(dueOn, patienceDays))
    expect(tooEarly).toMatchObject({ because: 'notLongOverdue' })
  })

  test('gives its reason, and ends nothing: management can still answer', () => {
    const today = '2026-08-01'
    expect(movePromise(facts, { ...find, note: ' ' }, council, today)).toMatchObject({ because: 'reasonMissing' })
    expect(movePromise(facts, find, council, today)).toMatchObject({
      value: { status: 'disputed', side: 'worksCouncil' },
    })
    const answer = { move: 'claimKept', seen: 1, note: 'Hij is er wel.' } as const
    const disputed = { ...facts, status: 'disputed' } as const
    expect(movePromise(disputed, answer, { roles: ['executive'] }, today)).toMatchObject({ ok: true })
  })

  test('control: a rule that does not look at the day is caught', () => {
    const hasty: Rule = (promise, asked, by) => movePromise(promise, asked, by, '2030-01-01')
    expect(daysOpen(hasty)).toContain(-1)
  })
})

/** Lists every step by which management alone makes a promise stop being overdue without withdrawing it. */
const excuses = (rule: typeof isOverdue) =>
  promiseStatuses.flatMap(status =>
    promiseMoves.flatMap(move => {
      const asked = { move, seen: 1, note: 'Omdat.' }
      const decision = movePromise({ ...facts, status }, asked, { roles: ['executive'] }, '2026-08-01')
      if (!decision.ok || decision.value.status === 'withdrawn') return []
      return rule({ ...decision.value, dueOn }, '2026-08-01') ? [] : [`${move} from ${status}`]
    }),
  )

test('no claim of management ends being overdue; the word of somebody else does', () => {
  expect(excuses(isOverdue)).toEqual([])
  expect(isOverdue({ status: 'claimedKept', dueOn }, dueOn), 'on its day it is not').toBe(false)
  for (const status of ['kept', 'partly', 'broken', 'withdrawn', 'superseded'] as const)
    expect(isOverdue({ status, dueOn }, '2026-08-01')).toBe(false)
})

test('control: a rule that believes a claim is caught', () => {
  const believing: typeof isOverdue = (promise, today) => isUnclaimed(promise) && isOverdue(promise, today)
  expect(excuses(believing)).toContain('claimKept from made')
})

test('what is claimed or final asks for no attention, whatever its day', () => {
  const soon = promiseStatuses.filter(status => isDueSoon({ status, dueOn }, '2026-06-20'))
  expect(soon).toEqual(['made', 'underWay', 'disputed'])
  expect(promiseStatuses.filter(status => isLongOverdue({ status, dueOn }, '2026-12-31'))).toEqual(soon)
  expect(isDueSoon({ status: 'made', dueOn }, '2026-06-15')).toBe(false)
  expect(isDueSoon({ status: 'made', dueOn }, '2026-07-01')).toBe(false)
})
