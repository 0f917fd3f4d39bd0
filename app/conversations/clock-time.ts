import { type Day, dayIn } from '~/calendar'

// What people agree on is a time on the clock where they work. What is kept is an instant.

/** A time on the clock as `HH:MM`. */
export type ClockTime = string

/** Returns the instant at which the clocks of `timeZone` show this day and time. A time that is skipped when summer time begins becomes the one an hour later; one that comes twice is the first of the two. @source RFC 5545, section 3.3.5 */
export function instantAt(timeZone: string, day: Day, time: ClockTime): Date {
  const shown = Date.parse(`${day}T${time}:00Z`)
  const before = shown - aheadMs(timeZone, shown - dayMs)
  const after = shown - aheadMs(timeZone, shown + dayMs)
  const fits = [before, after].filter(at => at + aheadMs(timeZone, at) === shown)
  return new Date(fits.length > 0 ? Math.min(...fits) : before)
}

/** Returns the time on the clocks of `timeZone`. */
export function timeIn(timeZone: string, at: Date): ClockTime {
  return new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }).format(at)
}

/** Tells whether this is a time on a clock: 24:00 is not. */
export const isClockTime = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text)

const dayMs = 86_400_000

/** Milliseconds that the clocks of `timeZone` are ahead of UTC at an instant. */
function aheadMs(timeZone: string, atMs: number): number {
  const wholeMinutes = Math.floor(atMs / 60_000) * 60_000
  const at = new Date(wholeMinutes)
  return Date.parse(`${dayIn(timeZone, at)}T${timeIn(timeZone, at)}:00Z`) - wholeMinutes
}
