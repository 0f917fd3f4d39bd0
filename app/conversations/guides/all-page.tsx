import { useWords } from '~/language/words'
import { Page } from '~/ui/page'
import { GuideSheet } from './guide-sheet'
import { type GuideSlug, type GuideWords, guides } from './rules'

type AllProps = { words: Record<GuideSlug, GuideWords>; style: string }

/** All cards in one document that names nobody and runs nothing: it is read without internet, or printed as a whole. */
export function AllGuidesDocument({ words, style }: AllProps) {
  const { t, language } = useWords()
  return (
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{`${t('guides.sheets.title')} · ${t('shell.name')}`}</title>
        <link rel="stylesheet" href={style} />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
      </head>
      <body>
        <main className="main">
          <p className="no-print">
            <a href="/app/guides">{t('guides.sheets.back')}</a>
          </p>
          <Page title={t('guides.sheets.title')} lead={t('guides.sheets.lead')}>
            <p className="note">{t('guides.help')}</p>
            <Contents />
            {guides.map(({ slug }) => (
              <section key={slug} id={slug} className="guide-of-all">
                <h2>{t(`guides.name.${slug}`)}</h2>
                <GuideSheet words={words[slug]} headings="h3" />
              </section>
            ))}
          </Page>
        </main>
      </body>
    </html>
  )
}

function Contents() {
  const { t } = useWords()
  return (
    <nav aria-label={t('guides.sheets.contents')} className="no-print">
      <ol>
        {guides.map(({ slug }) => (
          <li key={slug}>
            <a href={`#${slug}`}>{t(`guides.name.${slug}`)}</a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
