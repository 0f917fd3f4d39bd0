import { type DayLength, dayInWords } from '~/language/days'
import { useWords } from '~/language/words'

export { dayInWords } from '~/language/days'

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
