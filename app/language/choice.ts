import { type Language, languages } from '~/people/rules'

const isLanguage = (word: string | null | undefined): word is Language => languages.includes(word as Language)

/**
 * Decides in which language a page is written: what the address asks for, else
 * what the person chose, else the first one the browser names that we have, else Dutch.
 */
export function chooseLanguage(asked: string | null, chosen: Language | null, acceptLanguage: string | null): Language {
  if (isLanguage(asked)) return asked
  if (chosen) return chosen
  const wishes = (acceptLanguage ?? '').split(',').map(wish => wish.trim().slice(0, 2).toLowerCase())
  return wishes.find(isLanguage) ?? 'nl'
}

/** Returns the address with `?lang=` carried along: public pages keep no cookie to remember it. */
export function withLanguage(path: string, language: Language): string {
  const [address = '', query = ''] = path.split('?')
  const parameters = new URLSearchParams(query)
  parameters.set('lang', language)
  return `${address}?${parameters}`
}
