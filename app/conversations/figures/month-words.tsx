import { useWords } from '~/language/words'
import { useDayInWords } from '~/ui/day'
import type { Month } from './months'

const locales = { nl: 'nl', en: 'en-GB', fr: 'fr' } as const

/** Returns writers of months and days in the language of the page: "november 2026", at the start of a line with a capital. */
export function useMonthInWords() {
  const { language } = useWords()
  const dayInWords = useDayInWords()
  const format = new Intl.DateTimeFormat(locales[language], { month: 'long', year: 'numeric', timeZone: 'UTC' })
  const inWords = (month: Month) => format.format(new Date(`${month}-01T00:00:00Z`))
  return {
    inWords,
    inTitle: (month: Month) => inWords(month).replace(/^./, letter => letter.toUpperCase()),
    dayInWords: (day: string) => dayInWords(day, 'short'),
  }
}
