import i18next from 'i18next'
import type { Language } from '~/people/rules'
import type { catalogue as dutch } from './nl'

/** All words of the interface in one language; Dutch decides which keys exist. */
export type Catalogue = typeof dutch

/** Every key of a part of the catalogue, with its path. */
type KeysOf<Part, Path extends string = ''> = {
  [Key in keyof Part & string]: Part[Key] extends string ? `${Path}${Key}` : KeysOf<Part[Key], `${Path}${Key}.`>
}[keyof Part & string]

/** The key by which words are asked for; which plural is meant follows from the count. */
type Asked<Key> = Key extends `${infer Singular}_${'one' | 'many' | 'other'}` ? Singular : Key

/** What there are words for. */
export type WordKey = Asked<KeysOf<Catalogue>>

/** What is filled in; `count` chooses the plural. */
export type WordValues = Readonly<Record<string, unknown>> & { count?: number }

/** Gives the words for a key, with values filled in and plurals chosen. */
export type Translate = (key: WordKey, values?: WordValues) => string

/** Makes the translator of one language. Values are not escaped here: React does that. */
export function translatorFor(language: Language, catalogue: object): Translate {
  const i18n = i18next.createInstance()
  i18n.init({
    lng: language,
    resources: { [language]: { translation: catalogue } },
    interpolation: { escapeValue: false },
    initAsync: false,
    showSupportNotice: false,
  } as never)
  return (key, values) => i18n.t(key, values)
}
