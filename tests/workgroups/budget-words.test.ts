import { expect, test } from 'vitest'
import { readCents, typedAs } from '~/workgroups/budget/amounts'
import { bookingsCsv } from '~/workgroups/budget/files'
import { burnDown, forecastOf } from '~/workgroups/budget/forecast'

test.each([
  ['1.250,50', 125_050, 125_050, 125_050],
  ['1,250.50', 125_050, 125_050, 125_050],
  ['1250,5', 125_050, 125_050, 125_050],
  ['1250.05', 125_005, 125_005, 125_005],
  ['1.250', 125_000, 'unclearAmount', 125_000],
  ['1,250', 'unclearAmount', 125_000, 'unclearAmount'],
  ['1 250,50', 125_050, 125_050, 125_050],
  ['1\u202f250', 125_000, 125_000, 125_000],
  ['€ 12.345.678,90', 'tooBig', 'tooBig', 'tooBig'],
  ['€ 1.234.567,90', 123_456_790, 123_456_790, 123_456_790],
  ['250,-', 25_000, 25_000, 25_000],
  ['12 euro', 'notAnAmount', 'notAnAmount', 'notAnAmount'],
  ['0', 0, 0, 0],
  ['-5', 'notAnAmount', 'notAnAmount', 'notAnAmount'],
  ['1.25.50', 'notAnAmount', 'notAnAmount', 'notAnAmount'],
  ['1.250.50', 'notAnAmount', 'notAnAmount', 'notAnAmount'],
  ['1e3', 'notAnAmount', 'notAnAmount', 'notAnAmount'],
  ['', 'notAnAmount', 'notAnAmount', 'notAnAmount'],
])('%s is read as %s in Dutch, %s in English, %s in French', (typed, ...wanted) => {
  const read = (['nl', 'en', 'fr'] as const).map(language => readCents(typed, language))
  expect(read.map(one => (one.ok ? one.value : one.because))).toEqual(wanted)
})

test('no amount means one thing in one language and another in the next, and what is written back is read the same', () => {
  for (let cents = 1; cents < 3_000_000; cents += 7_919)
    for (const written of ['nl', 'en', 'fr'] as const)
      for (const read of ['nl', 'en', 'fr'] as const)
        expect(readCents(typedAs(cents, written), read)).toEqual({ ok: true, value: cents })
})

test.each([
  ['nothing is left', { leftCents: 0, paidCents: 100, firstBookedOn: '2026-01-01' }, { kind: 'nothingLeft' }],
  ['it only began', { leftCents: 5, paidCents: 1, firstBookedOn: '2026-06-01' }, { kind: 'tooEarly' }],
  ['nothing was paid', { leftCents: 5, paidCents: 0, firstBookedOn: '2026-01-01' }, { kind: 'nothingSpent' }],
  ['little was paid', { leftCents: 5000, paidCents: 1, firstBookedOn: '2026-01-01' }, { kind: 'long' }],
  [
    'a third went in three months',
    { leftCents: 920, paidCents: 920, firstBookedOn: '2026-01-01' },
    { kind: 'until', month: '2026-09', perMonthCents: 304 },
  ],
  [
    'the group is six weeks old',
    { leftCents: 840, paidCents: 420, firstBookedOn: '2026-04-29' },
    { kind: 'until', month: '2026-09', perMonthCents: 304 },
  ],
])('when %s the forecast says so', (_when, pace, said) => {
  expect(forecastOf(pace, '2026-06-10')).toEqual(said)
})

test('a month in which nothing moved stands in the picture as well, also over New Year', () => {
  const none = { pool: 0, free: 0, committed: 0, spent: 0 }
  const moved = [
    { ...none, month: '2025-11', pool: -1000, free: 1000 },
    { ...none, month: '2026-01', free: -300, committed: 100, spent: 200 },
  ]
  expect(burnDown(moved, '2026-02-03')).toEqual([
    { month: '2025-11', leftCents: 1000, freeCents: 1000 },
    { month: '2025-12', leftCents: 1000, freeCents: 1000 },
    { month: '2026-01', leftCents: 800, freeCents: 700 },
    { month: '2026-02', leftCents: 800, freeCents: 700 },
  ])
})

test('a spreadsheet runs nothing that somebody wrote as the purpose of money', () => {
  const booking = { kind: 'expense', fromAccount: 'committed', toAccount: 'spent', cents: 120, corrects: null } as const
  const row = { ...booking, number: 1, bookedOn: '2026-06-10', proposalId: 'V-1', fileName: null }
  const csv = bookingsCsv([{ ...row, what: '=HYPERLINK("http://x")' }])
  expect(csv).toContain(`1,2026-06-10,expense,committed,spent,120,"'=HYPERLINK(""http://x"")",,V-1,`)
})
