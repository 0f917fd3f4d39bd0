import type { Language } from '~/people/rules'

/** English as it is written in Europe. */
const locales: Record<Language, string> = { nl: 'nl', en: 'en-GB', fr: 'fr' }

/** Writes a month `YYYY-MM` in words; `short` fits under a picture. */
export function monthInWords(month: string, language: Language, length: 'long' | 'short' = 'long'): string {
  const format = new Intl.DateTimeFormat(locales[language], { month: length, year: 'numeric', timeZone: 'UTC' })
  return format.format(new Date(`${month}-01T00:00:00Z`))
}
