import { describe, expect, test } from 'vitest'
import { addDays, addMonths, daysBetween } from '~/calendar'
import { type Kept, retainUntil } from '~/conversations/retention/rules'

const kept = (over: Partial<Kept> = {}): Kept => ({
  ...{ heldOn: '2026-03-02', isAgreed: true, followUpOn: null, employeeLeftOn: null, leadLeftOn: null },
  ...over,
})

describe('a record is kept', () => {
  test.each<[string, Partial<Kept>, string]>([
    ['six months after the talk', {}, '2026-09-02'],
    ['six months after the last follow-up', { followUpOn: '2026-05-20' }, '2026-11-20'],
    ['twelve months after the talk at most', { followUpOn: '2026-12-31' }, '2027-03-02'],
    ['thirty days after the employee left', { employeeLeftOn: '2026-04-01' }, '2026-05-01'],
    ['no longer because the lead left', { leadLeftOn: '2026-04-01' }, '2026-09-02'],
    ['no shorter because the employee leaves late', { employeeLeftOn: '2026-09-01' }, '2026-09-02'],
    ['sixty days while nobody agreed', { isAgreed: false }, '2026-05-01'],
    ['thirty days when the lead cannot agree any more', { isAgreed: false, leadLeftOn: '2026-03-10' }, '2026-04-09'],
    ['to the end of a short month', { heldOn: '2026-08-31' }, '2027-02-28'],
  ])('%s', (_how, over, day) => {
    expect(retainUntil(kept(over))).toBe(day)
  })
})

test('whatever is changed, nothing is kept longer than twelve months, or than thirty days after the employee left', () => {
  for (let days = 0; days < 800; days += 3) {
    const heldOn = addDays('2024-01-01', days)
    for (const later of [0, 40, 200, 500]) {
      const left = addDays(heldOn, later)
      const until = retainUntil(kept({ heldOn, followUpOn: addDays(heldOn, later), employeeLeftOn: left }))
      expect(until <= addMonths(heldOn, 12)).toBe(true)
      expect(daysBetween(left, until)).toBeLessThanOrEqual(30)
      const open = retainUntil(kept({ heldOn, followUpOn: addDays(heldOn, later) }))
      expect(open >= until).toBe(true)
    }
  }
})

test('months are counted by the day of the month, and never run into the next one', () => {
  expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
  expect(addMonths('2024-02-29', 12)).toBe('2025-02-28')
  expect(addMonths('2026-03-31', -1)).toBe('2026-02-28')
  expect(addMonths('2026-11-30', 3)).toBe('2027-02-28')
  for (let days = 0; days < 800; days++) {
    const day = addDays('2024-01-01', days)
    expect(addMonths(addDays(day, 1), 6) >= addMonths(day, 6)).toBe(true)
  }
})
