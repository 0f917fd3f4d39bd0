import Holidays from 'date-holidays'
import { type Db, sites } from '#db'
import { addDays, type Day } from '~/calendar'
import type { Jurisdiction } from '~/people/rules'
import { afterWorkingDays, answerWorkingDays } from './vetoes'

/** Holidays by country and year; working them out costs far more than looking them up. */
const known = new Map<string, Set<Day>>()

/** Returns whether a day is a public holiday in a country. @source date-holidays, kind "public", without those of a region */
export function isHoliday(country: Jurisdiction, day: Day): boolean {
  const year = day.slice(0, 4)
  const name = `${country} ${year}`
  const days = known.get(name) ?? holidaysOf(country, Number(year))
  known.set(name, days)
  return days.has(day)
}

function holidaysOf(country: Jurisdiction, year: number): Set<Day> {
  const all = new Holidays(country, { types: ['public'] }).getHolidays(year)
  return new Set(all.map(({ date }) => date.slice(0, 10)))
}

const isWeekend = (day: Day) => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())

/**
 * Returns whether nobody works on a day: a weekend, or a holiday in every country that has a site. Where one country
 * works the clock runs: the law's clocks run for the side of staff.
 * @source product.md, rule 11
 */
export const isFreeIn =
  (countries: readonly Jurisdiction[]) =>
  (day: Day): boolean =>
    isWeekend(day) || (countries.length > 0 && countries.every(country => isHoliday(country, day)))

/** Returns what tells the days on which nobody works at any site of this installation. */
export async function freeDays(from: Db): Promise<(day: Day) => boolean> {
  const rows = await from.selectDistinct({ country: sites.jurisdiction }).from(sites)
  return isFreeIn(rows.map(({ country }) => country))
}

/** Returns the last day on which management can answer a veto that is raised on `raisedOn`. */
export async function answerDueOn(raisedOn: Day, from: Db): Promise<Day> {
  return afterWorkingDays(raisedOn, answerWorkingDays, day => addDays(day, 1), await freeDays(from))
}
