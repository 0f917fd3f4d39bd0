import { createContext, type ReactNode, useContext, useMemo } from 'react'
import type { Language } from '~/people/rules'
import { type Catalogue, type Translate, translatorFor } from './index'

type Words = { t: Translate; language: Language }

const WordsContext = createContext<Words | undefined>(undefined)

/** Gives every view below it the words of one language. */
export function WordsProvider(props: { language: Language; catalogue: Catalogue; children: ReactNode }) {
  const { language, catalogue, children } = props
  const words = useMemo(() => ({ t: translatorFor(language, catalogue), language }), [language, catalogue])
  return <WordsContext.Provider value={words}>{children}</WordsContext.Provider>
}

/** Returns the translator and the language of the page being read. */
export function useWords(): Words {
  const words = useContext(WordsContext)
  if (!words) throw new Error('useWords needs a WordsProvider above it')
  return words
}
