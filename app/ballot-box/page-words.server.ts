import { type Translate, translatorFor } from '~/language'
import en from '~/language/en/ballot.json'
import fr from '~/language/fr/ballot.json'
import nl from '~/language/nl/ballot.json'
import type { Language } from '~/people/rules'

const translators: Record<Language, Translate> = {
  nl: translatorFor('nl', { ballot: nl }),
  en: translatorFor('en', { ballot: en }),
  fr: translatorFor('fr', { ballot: fr }),
}

/** Returns the translator of the ballot pages; the box loads no other words. */
export const ballotWords = (language: Language): Translate => translators[language]

/** Writes a day as people say it, for example "vrijdag 4 december". */
export function dayInWords(day: string, language: Language): string {
  const form = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  })
  return form.format(new Date(`${day}T00:00:00Z`))
}
