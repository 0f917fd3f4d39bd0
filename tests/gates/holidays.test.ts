import { beforeAll, expect, test } from 'vitest'
import { db, sites, transact } from '#db'
import { addDays, type Day } from '~/calendar'
import { answerDueOn, isFreeIn } from '~/gates/holidays.server'
import { afterWorkingDays } from '~/gates/vetoes'
import type { Jurisdiction } from '~/people/rules'
import { foundOrganisation } from '../people/cast'

beforeAll(foundOrganisation)

const dueIn = (from: Day, ...countries: Jurisdiction[]) =>
  afterWorkingDays(from, 10, day => addDays(day, 1), isFreeIn(countries))

test.each<[string, Day, Jurisdiction[], Day]>([
  ['plain weeks take fourteen days', '2026-06-01', ['NL'], '2026-06-15'],
  ['a veto in a weekend starts on Monday', '2026-06-06', ['NL'], '2026-06-19'],
  ['Easter Monday does not count', '2026-03-30', ['NL'], '2026-04-14'],
  ["King's Day is free in the Netherlands", '2026-04-20', ['NL'], '2026-05-05'],
  ['and a working day in Belgium, which is free on the first of May', '2026-04-20', ['BE'], '2026-05-05'],
  ['with sites in both, either of the two lets the clock run', '2026-04-20', ['NL', 'BE'], '2026-05-04'],
  ['Christmas and New Year do not count', '2026-12-21', ['NL'], '2027-01-06'],
  ['nor in Belgium, where the day after Christmas does when it is no Saturday', '2028-12-18', ['BE'], '2029-01-03'],
  ['in the Netherlands that day is free', '2028-12-18', ['NL'], '2029-01-04'],
])('%s', (_what, from, countries, due) => expect(dueIn(from, ...countries)).toBe(due))

test('without any site only weekends are free', () => expect(dueIn('2026-12-21')).toBe('2027-01-04'))

test('the countries are those of the sites, each counted once', async () => {
  expect(await answerDueOn('2026-04-20', db)).toBe('2026-05-05')
  await transact(tx => tx.insert(sites).values({ id: 'gent', name: 'Gent', jurisdiction: 'BE' }))
  expect(await answerDueOn('2026-04-20', db)).toBe('2026-05-04')
})

test('control: counting weekdays alone ends too early over Easter', () => {
  const weekdays = afterWorkingDays('2026-03-30', 10, day => addDays(day, 1), isFreeIn([]))
  expect(weekdays < dueIn('2026-03-30', 'NL')).toBe(true)
})
