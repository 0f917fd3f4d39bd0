import { RemixBrowser } from '@remix-run/react'
import { StrictMode, startTransition } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { loadCatalogue } from './language/loading'
import { WordsProvider } from './language/words'
import type { Language } from './people/rules'
import { PageFactsContext } from './ui/page-facts'

const { lang, dataset } = document.documentElement
const language = lang as Language
const facts = { nonce: '', reference: dataset.reference ?? '' }

loadCatalogue(language).then(catalogue =>
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <PageFactsContext.Provider value={facts}>
          <WordsProvider language={language} catalogue={catalogue}>
            <RemixBrowser />
          </WordsProvider>
        </PageFactsContext.Provider>
      </StrictMode>,
    )
  }),
)
