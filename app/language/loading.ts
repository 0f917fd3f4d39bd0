import type { Language } from '~/people/rules'
import type { Catalogue } from './index'

const loaders: Record<Language, () => Promise<{ catalogue: Catalogue }>> = {
  nl: () => import('./nl'),
  en: () => import('./en'),
  fr: () => import('./fr'),
}

/** Loads the words of one language; a reader never downloads the others. */
export const loadCatalogue = async (language: Language): Promise<Catalogue> => (await loaders[language]()).catalogue
