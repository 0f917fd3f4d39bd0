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
