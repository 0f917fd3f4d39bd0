import { useWords } from '~/language/words'

/** English as it is written in Europe: the day before the month. */
const locales = { nl: 'nl', en: 'en-GB', fr: 'fr' } as const

type DayLength = 'short' | 'long'

const lengths = {
  short: { day: 'numeric', month: 'long', year: 'numeric' },
  long: { weekday: 'long', day: 'numeric', month: 'long' },
} as const

/** Writes a day `YYYY-MM-DD` in words; `long` names the day of the week, `short` the year. */
export function dayInWords(day: string, language: keyof typeof locales, length: DayLength = 'long'): string {
  const format = new Intl.DateTimeFormat(locales[language], { ...lengths[length], timeZone: 'UTC' })
  return format.format(new Date(`${day}T00:00:00Z`))
}

/** Returns a writer of days in the language of the page, to put into a sentence. */
export function useDayInWords(): (day: string, length?: DayLength) => string {
  const { language } = useWords()
  return (day, length) => dayInWords(day, language, length)
}

/** A day in words that a machine can read too. */
export function DayText({ day, length = 'short' }: { day: string; length?: DayLength }) {
  const { language } = useWords()
  return <time dateTime={day}>{dayInWords(day, language, length)}</time>
}
