import type { Language } from '~/people/rules'
import { catalogue as en } from './en'
import { catalogue as fr } from './fr'
import { type Catalogue, type Translate, translatorFor } from './index'
import { catalogue as nl } from './nl'

/** Every language's words; on the server all three are at hand. */
export const catalogues: Record<Language, Catalogue> = { nl, en, fr }

const translators: Record<Language, Translate> = {
  nl: translatorFor('nl', nl),
  en: translatorFor('en', en),
  fr: translatorFor('fr', fr),
}

/** Returns the translator of a language. */
export const translatorOn = (language: Language): Translate => translators[language]
