import { Link } from '@remix-run/react'
import { barrierLabels } from 'surveys/five-barriers/v1'
import { useWords } from '~/language/words'
import { promiseAbout } from '~/readiness/needs/rules'
import { Page, Section } from '~/ui/page'
import { GuideSheet } from './guide-sheet'
import { KeepGuide, OfflineNote } from './kept'
import { besideGuide, type Guide, type GuideWords, guideAddress, guides, registerFor } from './rules'

type GuideProps = { guide: Guide; words: GuideWords; mayPromise: boolean }

/** One guide, to read before a talk and to print on one sheet. */
export function GuidePage({ guide, words, mayPromise }: GuideProps) {
  const { t } = useWords()
  return (
    <Page
      kicker={t('guides.number', { number: guide.number, all: guides.length })}
      title={t(`guides.name.${guide.slug}`)}
    >
      <GuideSheet words={words} headings="h2" />
      <p className="note">{t('guides.help')}</p>
      <KeepGuide slug={guide.slug} />
      <div className="no-print flow">
        <Onward guide={guide} mayPromise={mayPromise} />
        <p className="note">{t('guides.print')}</p>
        <OfflineNote />
        <Beside guide={guide} />
      </div>
    </Page>
  )
}

/** Where the talk leads: what helps against the barrier behind it, and the promises it touches. */
function Onward({ guide, mayPromise }: Omit<GuideProps, 'words'>) {
  const { t, language } = useWords()
  const register = registerFor(guide)
  if (guide.barriers.length === 0 && !register) return null
  return (
    <Section title={t('guides.links')}>
      <ul>
        {guide.register && register && (
          <li>
            <Link to={register}>{t(`guides.register.${guide.register}`)}</Link>
          </li>
        )}
        {guide.promise && mayPromise && (
          <li>
            <Link to={promiseAbout(guide.promise)}>{t('guides.promise')}</Link>
          </li>
        )}
        {guide.barriers.map(barrier => (
          <li key={barrier}>
            <Link to={`/app/readiness/needs#${barrier}`}>
              {t('guides.about', { barrier: barrierLabels[barrier][language] })}
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Beside({ guide }: { guide: Guide }) {
  const { t } = useWords()
  const { previous, next } = besideGuide(guide)
  const named = (one: Guide) => ({ title: t(`guides.name.${one.slug}`) })
  return (
    <nav className="guide-row" aria-label={t('guides.row')}>
      {previous && (
        <Link rel="prev" to={guideAddress(previous.slug)}>
          {t('guides.previous', named(previous))}
        </Link>
      )}
      <Link to="/app/guides">{t('guides.search.showAll')}</Link>
      {next && (
        <Link rel="next" to={guideAddress(next.slug)}>
          {t('guides.next', named(next))}
        </Link>
      )}
    </nav>
  )
}
