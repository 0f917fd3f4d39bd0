/** A calendar day as `YYYY-MM-DD`: what people agree on, without a clock time. */
export type Day = string

/** Writers of days, kept by time zone: making one costs far more than using it. */
const writers = new Map<string, Intl.DateTimeFormat>()

/** Returns the calendar day that `at` falls on for people in `timeZone`. */
export function dayIn(timeZone: string, at: Date): Day {
  const known = writers.get(timeZone)
  const writer =
    known ?? new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
  if (!known) writers.set(timeZone, writer)
  return writer.format(at)
}

/** Decides whether `text` is a day that exists: 2026-02-30 does not. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const at = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text)
}

/** Returns the day `days` later (or earlier, when negative). */
export function addDays(day: Day, days: number): Day {
  const at = new Date(`${day}T00:00:00Z`)
  at.setUTCDate(at.getUTCDate() + days)
  return at.toISOString().slice(0, 10)
}

/** Returns the same day `months` later (or earlier, when negative); the last of a month that is too short for it. */
export function addMonths(day: Day, months: number): Day {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const lastDate = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, lastDate))).toISOString().slice(0, 10)
}

/** Counts the days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
}

/** Counts the working days (Monday to Friday) from `from` up to, not including, `to`. */
export function workingDaysBetween(from: Day, to: Day): number {
  let count = 0
  for (let day = from; day < to; day = addDays(day, 1)) {
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
    if (weekday !== 0 && weekday !== 6) count++
  }
  return count
}

/** Returns the day that is so many working days (Monday to Friday) later. */
export function addWorkingDays(day: Day, days: number): Day {
  let later = addDays(day, 1)
  while (workingDaysBetween(addDays(day, 1), addDays(later, 1)) < days) later = addDays(later, 1)
  return later
}

/** A week from Monday to Sunday as ISO 8601 numbers it, `YYYY-Www`: the first is the one with the first Thursday. */
export type Week = string

/** Counts the days since Monday. */
const sinceMonday = (day: Day) => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7

/** Returns the week that a day lies in; around New Year its year may be another than that of the day. */
export function isoWeek(day: Day): Week {
  const thursday = addDays(day, 3 - sinceMonday(day))
  const year = thursday.slice(0, 4)
  const number = Math.floor(daysBetween(`${year}-01-01`, thursday) / 7) + 1
  return `${year}-W${String(number).padStart(2, '0')}`
}

/** Returns the Monday with which a week begins. */
export function mondayOf(week: Week): Day {
  const fourth = `${week.slice(0, 4)}-01-04`
  return addDays(fourth, (Number(week.slice(6)) - 1) * 7 - sinceMonday(fourth))
}

/** Decides whether `text` is a week that exists: only some years have a week 53. */
export const isWeek = (text: string): boolean =>
  /^[12]\d{3}-W(0[1-9]|[1-4]\d|5[0-3])$/.test(text) && isoWeek(mondayOf(text)) === text

/** Returns the week that is so many weeks later (or earlier, when negative). */
export const addWeeks = (week: Week, weeks: number): Week => isoWeek(addDays(mondayOf(week), 7 * weeks))
