import { isWeek, type Week } from '~/calendar'

/** Reads hours as people type them, in whole minutes: "7:30", "7,5", "7.5", "8". Nothing when it is something else. */
export function readMinutes(typed: string): number | undefined {
  const text = typed.trim()
  const clock = /^(\d{1,3}):([0-5]\d)$/.exec(text)
  if (clock) return Number(clock[1]) * 60 + Number(clock[2])
  if (!/^\d{1,3}([.,]\d{1,2})?$/.test(text)) return undefined
  return Math.round(Number(text.replace(',', '.')) * 60)
}

/** Reads a week as rosters write it: "2026-W09", "2026W9", "2026-9". Nothing when there is no such week. */
export function readWeek(typed: string): Week | undefined {
  const found = /^(\d{4})-?(?:w|wk|week|s)?-?\s?(\d{1,2})$/i.exec(typed.trim())
  const week = found ? `${found[1]}-W${found[2]!.padStart(2, '0')}` : ''
  return isWeek(week) ? week : undefined
}
