/** English as it is written in Europe: the day before the month. */
const locales = { nl: 'nl', en: 'en-GB', fr: 'fr' } as const

/** `long` names the day of the week, `short` the year. */
export type DayLength = 'short' | 'long'

const lengths = {
  short: { day: 'numeric', month: 'long', year: 'numeric' },
  long: { weekday: 'long', day: 'numeric', month: 'long' },
} as const

/** Writes a day `YYYY-MM-DD` in words; `long` names the day of the week, `short` the year. */
export function dayInWords(day: string, language: keyof typeof locales, length: DayLength = 'long'): string {
  const format = new Intl.DateTimeFormat(locales[language], { ...lengths[length], timeZone: 'UTC' })
  return format.format(new Date(`${day}T00:00:00Z`))
}
