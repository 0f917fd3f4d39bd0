import { type Day, dayIn, isDay } from '~/calendar'

/** A time on the clock as `HH:MM`. */
export type ClockTime = string

/** Writers of clock times, kept by time zone: making one costs far more than using it. */
const writers = new Map<string, Intl.DateTimeFormat>()

/** Decides whether `text` is a time that a clock can show: 24:00 is not. */
export const isClockTime = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text)

/** Returns what the calendar and the clock on the wall show at an instant in `timeZone`. */
export function clockIn(timeZone: string, at: Date): { day: Day; time: ClockTime } {
  const known = writers.get(timeZone)
  const writer =
    known ?? new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  if (!known) writers.set(timeZone, writer)
  return { day: dayIn(timeZone, at), time: writer.format(at) }
}

const hourMs = 3_600_000

/** Hours by which a clock may differ from UTC, with an hour of summer time. @source IANA time zone database: −12 to +14 */
const largestOffset = 15

/**
 * Returns the instant at which the clock in `timeZone` shows `time` on `day`. Where summer time ends and a time comes
 * twice, it is the first. `undefined` when there is no such moment: not a day, not a time, or the hour that is skipped
 * when summer time begins; the form then says that the clock never shows it.
 */
export function instantOf(day: Day, time: ClockTime, timeZone: string): Date | undefined {
  if (!isDay(day) || !isClockTime(time)) return undefined
  const asUtc = Date.parse(`${day}T${time}:00Z`)
  return candidates(asUtc, timeZone).find(at => {
    const shown = clockIn(timeZone, at)
    return shown.day === day && shown.time === time
  })
}

/** Returns the moments that may be meant, the earliest first: one for each offset the zone has around that day. */
function candidates(asUtc: number, timeZone: string): Date[] {
  const around = [-largestOffset, largestOffset].map(hours => asUtc + hours * hourMs)
  const moments = around.map(at => asUtc - offsetMs(timeZone, at)).sort((one, other) => one - other)
  return moments.map(at => new Date(at))
}

/** Returns by how many milliseconds the clock in `timeZone` is ahead of UTC at an instant. */
function offsetMs(timeZone: string, at: number): number {
  const minute = Math.floor(at / 60_000) * 60_000
  const { day, time } = clockIn(timeZone, new Date(minute))
  return Date.parse(`${day}T${time}:00Z`) - minute
}
