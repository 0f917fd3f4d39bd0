import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '~/calendar'
import { planRound } from '~/pulses/drafting/rules'
import { suggestedDays, waitingFor } from '~/pulses/planning'
import type { RoundState } from '~/pulses/rules'

const friday = '2026-11-20'
const days = { issuingFrom: '2026-11-23', opensOn: '2026-11-26', closesOn: '2026-12-04' }
const round = (number: number, state: RoundState, hasResponse = false) => ({
  id: `R${number}`,
  number,
  state,
  hasResponse,
  awaitsWitness: false,
  ...days,
})

describe('suggested days', () => {
  test('start on the first Monday after today', () => {
    expect(suggestedDays(friday)).toEqual(days)
    expect(suggestedDays('2026-11-22')).toEqual(days)
    expect(suggestedDays('2026-11-23').issuingFrom).toBe('2026-11-30')
  })

  test('come after the last planned round', () => {
    expect(suggestedDays(friday, '2026-12-04').issuingFrom).toBe('2026-12-07')
    expect(suggestedDays(friday, '2026-10-02')).toEqual(days)
  })

  test('are accepted by the rules on every day of every year', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), offset => {
        const today = addDays('2020-01-01', offset)
        expect(planRound(suggestedDays(today), today).ok).toBe(true)
      }),
    )
  })
})

describe('what a round waits for', () => {
  const waits = (asked: ReturnType<typeof round>, others: ReturnType<typeof round>[] = [], today = friday) =>
    waitingFor(asked, [asked, ...others], today)

  test('a draft: its day, or new days when they are over', () => {
    expect(waits(round(1, 'draft'))).toEqual({ for: 'issuing', on: days.issuingFrom, isDue: false })
    expect(waits(round(1, 'draft'), [], days.issuingFrom)).toMatchObject({ isDue: true })
    expect(waits(round(1, 'draft'), [], '2026-12-05')).toEqual({ for: 'newDays' })
  })

  test('a draft behind others: the one that issues, or the first one that has not started', () => {
    expect(waits(round(5, 'draft'), [round(4, 'issuing')])).toMatchObject({
      obstacle: { because: 'anotherIsIssuing', other: { id: 'R4', number: 4 } },
    })
    expect(waits(round(5, 'draft'), [round(4, 'draft'), round(3, 'draft')])).toMatchObject({
      obstacle: { because: 'previousNotStarted', other: { id: 'R3', number: 3 } },
    })
  })

  test('an issuing round: its day, and the answer to the last round that counted, whatever lies between', () => {
    const owed = { because: 'responseMissing', other: { id: 'R3', number: 3 } }
    const past = [round(4, 'void'), round(3, 'published'), round(2, 'published', true)]
    expect(waits(round(5, 'issuing'), past)).toMatchObject({ for: 'opening', on: days.opensOn, obstacle: owed })
    expect(waits(round(5, 'issuing'), [round(4, 'open')])).toMatchObject({ obstacle: { because: 'anotherIsOpen' } })
    expect(waits(round(5, 'issuing'), [round(4, 'published', true)])).toEqual({
      for: 'opening',
      on: days.opensOn,
      isDue: false,
    })
  })

  test('an issuing round whose witness has not cosigned: that, before anything else', () => {
    const waiting = { ...round(5, 'issuing'), awaitsWitness: true }
    expect(waits(waiting, [round(4, 'published')])).toMatchObject({ obstacle: { because: 'witnessMissing' } })
  })

  test('an open round: its last day; a closed one: the count; a published one: the answer', () => {
    expect(waits(round(1, 'open'))).toEqual({ for: 'closing', on: days.closesOn, isDue: false })
    expect(waits(round(1, 'closed'))).toEqual({ for: 'counting' })
    expect(waits(round(1, 'published'))).toEqual({ for: 'response' })
    expect(waits(round(1, 'published', true))).toEqual({ for: 'nothing' })
    expect(waits(round(1, 'void'))).toEqual({ for: 'nothing' })
  })
})
