import { describe, expect, it } from 'vitest'
import { clockIn, instantOf } from '~/conversations/clock'

const brussels = 'Europe/Brussels'

describe('a time on the wall', () => {
  it.each([
    ['2026-01-15', '14:30', brussels, '2026-01-15T13:30:00.000Z'],
    ['2026-07-15', '14:30', brussels, '2026-07-15T12:30:00.000Z'],
    ['2026-07-15', '00:00', brussels, '2026-07-14T22:00:00.000Z'],
    ['2026-03-29', '01:59', brussels, '2026-03-29T00:59:00.000Z'],
    ['2026-03-29', '03:00', brussels, '2026-03-29T01:00:00.000Z'],
    ['2026-10-25', '03:00', brussels, '2026-10-25T02:00:00.000Z'],
    ['2026-10-25', '23:59', brussels, '2026-10-25T22:59:00.000Z'],
    ['2026-06-01', '09:00', 'America/Los_Angeles', '2026-06-01T16:00:00.000Z'],
    ['2026-06-01', '09:00', 'Pacific/Kiritimati', '2026-05-31T19:00:00.000Z'],
    ['2026-06-01', '09:15', 'Asia/Kathmandu', '2026-06-01T03:30:00.000Z'],
  ])('%s %s in %s is one instant, and reads back the same', (day, time, zone, instant) => {
    const at = instantOf(day, time, zone)
    expect(at?.toISOString()).toBe(instant)
    expect(clockIn(zone, at!)).toEqual({ day, time })
  })

  it('is the first of two where summer time ends', () => {
    expect(instantOf('2026-10-25', '02:30', brussels)?.toISOString()).toBe('2026-10-25T00:30:00.000Z')
  })

  it.each([
    ['2026-03-29', '02:30'],
    ['2026-02-30', '10:00'],
    ['2026-02-03', '24:00'],
    ['2026-02-03', '9:00'],
    ['', ''],
  ])('is nothing when no clock shows it: %s %s', (day, time) => {
    expect(instantOf(day, time, brussels)).toBeUndefined()
  })

  it('reads back around both nights on which the clock is changed', () => {
    for (const noon of ['2026-03-28T12:07Z', '2026-10-24T12:07Z']) {
      for (let hour = 0; hour < 24; hour++) {
        const at = new Date(Date.parse(noon) + hour * 3_600_000)
        const { day, time } = clockIn(brussels, at)
        const back = instantOf(day, time, brussels)!
        expect([0, 3_600_000]).toContain(at.getTime() - back.getTime())
        expect(clockIn(brussels, back)).toEqual({ day, time })
      }
    }
  })
})
