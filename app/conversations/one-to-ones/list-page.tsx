import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useWords } from '~/language/words'
import { Button, ButtonLink, ButtonRow } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { TextField } from '~/ui/field'
import { Notice } from '~/ui/notice'
import { Page, Section } from '~/ui/page'
import { type GroupShown, longestSearch } from './shown'
import { TalkLine } from './talk-line'

type ListProps = {
  groups: readonly GroupShown[]
  typed: string
  isLong: boolean
  may: MayDo
  isGone: boolean
  children?: ReactNode
}
type MayDo = { invite: boolean; ask: boolean }

/** The one-to-ones of whoever reads: nobody else's are anywhere. */
export function OneToOnesPage({ groups, typed, isLong, may, isGone, children }: ListProps) {
  const { t } = useWords()
  const isEmpty = groups.length === 0
  return (
    <Page
      kicker={<Link to="/app/conversations">{t('talks.title')}</Link>}
      title={t('talks.list.title')}
      lead={t('talks.list.lead')}
    >
      {isGone && <Notice>{t('talks.list.gone')}</Notice>}
      <ul>
        {(['free', 'nothing', 'purpose', 'two'] as const).map(rule => (
          <li key={rule}>{t(`talks.list.rules.${rule}`)}</li>
        ))}
      </ul>
      <ButtonRow>
        <ButtonLink to="/app/one-to-ones/new" kind={groups[0]?.group === 'toAnswer' ? 'quiet' : 'main'}>
          {t(wayIn(may))}
        </ButtonLink>
      </ButtonRow>
      {(isLong || typed !== '') && <Search typed={typed} />}
      {isEmpty && typed === '' && <EmptyState title={t('talks.list.none')}>{t('talks.list.noneText')}</EmptyState>}
      {isEmpty && typed !== '' && <p role="status">{t('talks.list.noneFound')}</p>}
      {groups.map(group => (
        <GroupOfTalks key={group.group} {...group} />
      ))}
      {children}
    </Page>
  )
}

const wayIn = ({ invite, ask }: MayDo) =>
  invite && ask ? 'talks.list.inviteOrAsk' : invite ? 'talks.list.invite' : 'talks.list.ask'

function GroupOfTalks({ group, talks, all }: GroupShown) {
  const { t } = useWords()
  const more = all - talks.length
  return (
    <Section title={t(`talks.list.group.${group}`)}>
      <ul className="guide-list">
        {talks.map(talk => (
          <li key={talk.id}>
            <h3>
              <Link to={`/app/one-to-ones/${talk.id}`}>{talk.name}</Link>
            </h3>
            <TalkLine talk={talk} />
          </li>
        ))}
      </ul>
      {more > 0 && <p>{t('talks.list.more', { count: more })}</p>}
    </Section>
  )
}

/** Finds talks by the name of the other, with a button where there is no JavaScript. */
export function Search({ typed }: { typed: string }) {
  const { t } = useWords()
  return (
    <form method="get" className="guide-search">
      <TextField
        name="q"
        type="search"
        label={t('talks.list.search')}
        defaultValue={typed}
        maxLength={longestSearch}
        autoComplete="off"
      />
      <Button kind="quiet">{t('talks.list.searchGo')}</Button>
      {typed !== '' && <Link to="?">{t('talks.list.searchAll')}</Link>}
    </form>
  )
}
