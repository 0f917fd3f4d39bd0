import { addDays, addMonths, type Day, daysBetween } from '~/calendar'
import type { Balances } from './rules'

/** What moved in one month: how much more there is on each account at its end. */
export type MonthMoved = Balances & { month: string }
/** What was left at the end of a month: not yet paid, and of that not yet decided on. */
export type MonthLeft = { month: string; leftCents: number; freeCents: number }

/** Months on the picture; older ones are in the list. @source our own choice: three years, a long mandate */
const monthsShown = 36

/** Returns what was left at the end of each month, also of those in which nothing moved. */
export function burnDown(moved: readonly MonthMoved[], today: Day): MonthLeft[] {
  const [first] = moved
  if (!first) return []
  const known = new Map(moved.map(one => [one.month, one]))
  const months: MonthLeft[] = []
  let [free, committed] = [0, 0]
  for (let day = `${first.month}-01`; day <= today; day = addMonths(day, 1)) {
    const month = day.slice(0, 7)
    free += known.get(month)?.free ?? 0
    committed += known.get(month)?.committed ?? 0
    months.push({ month, leftCents: free + committed, freeCents: free })
  }
  return months.slice(-monthsShown)
}

/** What may be said of how long the money lasts. */
export type Forecast =
  | { kind: 'nothingLeft' | 'tooEarly' | 'nothingSpent' | 'long' }
  | { kind: 'until'; month: string; perMonthCents: number }

/** Months that the pace is taken from. @source issue 7 */
const paceMonths = 3
/** Days of spending before a pace means anything. @source our own choice: four weeks, so that one order is no pace */
const fewestDays = 28
/** Years after which a date says more than anybody knows. @source our own choice */
const mostYears = 3

/** What is known of a group's money for a forecast: what is left, what was paid since, and when its first booking was. */
export type Pace = { leftCents: number; paidCents: number; firstBookedOn: Day | undefined }

/** Returns the day from which on payments make up the pace. */
export const paceFrom = (today: Day): Day => addMonths(today, -paceMonths)

/** Tells until which month the money lasts when the group goes on paying as it did in the last months. */
export function forecastOf({ leftCents, paidCents, firstBookedOn }: Pace, today: Day): Forecast {
  if (leftCents === 0) return { kind: 'nothingLeft' }
  if (!firstBookedOn || daysBetween(firstBookedOn, today) < fewestDays) return { kind: 'tooEarly' }
  if (paidCents <= 0) return { kind: 'nothingSpent' }
  const from = firstBookedOn > paceFrom(today) ? firstBookedOn : paceFrom(today)
  const perDay = paidCents / daysBetween(from, today)
  const days = Math.floor(leftCents / perDay)
  if (days > mostYears * 365) return { kind: 'long' }
  return { kind: 'until', month: addDays(today, days).slice(0, 7), perMonthCents: Math.round((perDay * 365) / 12) }
}
