import { useLocation } from '@remix-run/react'
import type { ReactNode } from 'react'
import { withLanguage } from '~/language/choice'
import { useWords } from '~/language/words'
import { languages } from '~/people/rules'
import { Masthead, type Reader, useCarriedLanguage } from './masthead'

/** The frame of every page: the way past the menu, the name, the menu of this reader, the page, the small print. */
export function Shell({ reader, children }: { reader: Reader | null; children: ReactNode }) {
  const { t } = useWords()
  const here = useCarriedLanguage()
  return (
    <>
      <a className="skip" href="#content">
        {t('shell.skipToContent')}
      </a>
      <Masthead reader={reader} />
      <main className="main" id="content" tabIndex={-1}>
        {children}
      </main>
      <footer className="colophon">
        <div className="colophon-inner">
          <p>
            {t('shell.footer')} <a href={reader ? '/app/ledger' : here('/ledger')}>{t('ledger.link')}</a>
          </p>
          {reader === null && <LanguageSwitch />}
        </div>
      </footer>
    </>
  )
}

/** Each language by its own name, so that whoever needs it can read it. */
const ownNames = { nl: 'Nederlands', en: 'English', fr: 'Français' } as const

/** Whole-page links: the words of another language come with another page. */
function LanguageSwitch() {
  const { t, language } = useWords()
  const { pathname, search } = useLocation()
  return (
    <ul className="language-switch" aria-label={t('shell.language')}>
      {languages.map(each => (
        <li key={each} lang={each}>
          <a
            href={withLanguage(pathname + search, each)}
            hrefLang={each}
            aria-current={each === language ? 'true' : undefined}
          >
            {ownNames[each]}
          </a>
        </li>
      ))}
    </ul>
  )
}
