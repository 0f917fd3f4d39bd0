import i18next, { type TFunction } from 'i18next'
import type { Language } from '~/people/rules'
import type { catalogue as dutch } from './nl'

/** All words of the interface in one language; Dutch decides which keys exist. */
export type Catalogue = typeof dutch

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: Catalogue }
    returnNull: false
  }
}

/** Gives the words for a key, with values filled in and plurals chosen. */
export type Translate = TFunction<'translation'>

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
  return i18n.t as Translate
}
