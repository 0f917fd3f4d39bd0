import { Link } from '@remix-run/react'
import { useState } from 'react'
import { useWords } from '~/language/words'
import { Button } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { TextField } from '~/ui/field'
import { Page } from '~/ui/page'
import { guidesHeard, longestSearch } from './finding'
import { KeptGuides } from './kept'
import { type Guide, type GuideSlug, guideAddress, guides } from './rules'

type ListProps = { asked: string; heard: Record<GuideSlug, string[]> }

/** All guides, found by what one hears: while typing, or with the button where there is no JavaScript. */
export function GuideListPage({ asked, heard }: ListProps) {
  const { t } = useWords()
  const [typed, setTyped] = useState(asked)
  const named = guides.map(guide => ({ ...guide, title: t(`guides.name.${guide.slug}`), heard: heard[guide.slug] }))
  const found = guidesHeard(named, typed)
  return (
    <Page title={t('guides.title')} lead={t('guides.lead')}>
      <p>{t('guides.open')}</p>
      <form method="get" action="/app/guides" className="guide-search no-print">
        <TextField
          name="q"
          type="search"
          label={t('guides.search.label')}
          hint={t('guides.search.hint')}
          defaultValue={asked}
          maxLength={longestSearch}
          autoComplete="off"
          onChange={event => setTyped(event.target.value)}
        />
        <Button kind="quiet">{t('guides.search.submit')}</Button>
      </form>
      {typed === '' && <KeptGuides />}
      <p role="status" className={found.length > 0 ? 'guide-count' : 'only-read-aloud'}>
        {t(countKey(typed, found.length), { count: found.length })}
      </p>
      {found.length === 0 ? <NothingFound heard={heard} /> : <List found={found} />}
      <p className="no-print">
        <a href="/app/guides/all">{t('guides.sheets.link')}</a>
      </p>
    </Page>
  )
}

const countKey = (typed: string, count: number) =>
  typed.trim() === '' ? 'guides.search.all' : count > 0 ? 'guides.search.found' : 'guides.search.none'

const List = ({ found }: { found: { guide: Guide; sentence: string }[] }) => {
  const { t } = useWords()
  return (
    <ul className="guide-list">
      {found.map(({ guide, sentence }) => (
        <li key={guide.slug}>
          <h2>
            <Link to={guideAddress(guide.slug)}>{t(`guides.name.${guide.slug}`)}</Link>
          </h2>
          <p>
            <q>{sentence}</q>
          </p>
        </li>
      ))}
    </ul>
  )
}

/** Three sentences to try, from guides about different things. */
const examples: readonly GuideSlug[] = ['will-i-lose-my-job', 'my-opinion-does-not-count', 'broken-promise']

function NothingFound({ heard }: Pick<ListProps, 'heard'>) {
  const { t } = useWords()
  const sentences = examples.flatMap(slug => heard[slug].slice(0, 1))
  return (
    <EmptyState title={t('guides.search.none')}>
      <p>{t('guides.search.noneText')}</p>
      <ul>
        {sentences.map(sentence => (
          <li key={sentence}>
            <Link to={`/app/guides?${new URLSearchParams({ q: sentence })}`}>
              <q>{sentence}</q>
            </Link>
          </li>
        ))}
        <li>
          <Link to="/app/guides">{t('guides.search.showAll')}</Link>
        </li>
      </ul>
    </EmptyState>
  )
}
