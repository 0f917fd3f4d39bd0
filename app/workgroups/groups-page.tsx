import { Link } from '@remix-run/react'
import { useWords } from '~/language/words'
import { ButtonLink, ButtonRow } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { Page } from '~/ui/page'
import type { GroupLine } from './shown'

type GroupsPageProps = { groups: readonly GroupLine[]; mayFound: boolean }

/** Every working group of the house; where there is none yet, what one would be. */
export function GroupsPage({ groups, mayFound }: GroupsPageProps) {
  const { t } = useWords()
  return (
    <Page title={t('groups.title')} lead={t('groups.lead')}>
      {groups.length === 0 ? <Empty mayFound={mayFound} /> : <List groups={groups} />}
      {mayFound && (
        <ButtonRow>
          <ButtonLink to="/app/groups/new">{t('groups.found')}</ButtonLink>
        </ButtonRow>
      )}
      <ul>
        <li>
          <Link to="/app/use-cases">{t('groups.useCases')}</Link>
        </li>
        <li>
          <Link to="/app/gates">{t('groups.gates')}</Link>
        </li>
      </ul>
    </Page>
  )
}

function List({ groups }: { groups: readonly GroupLine[] }) {
  const { t } = useWords()
  return (
    <ul className="guide-list">
      {groups.map(({ id, name, state, seats, seated }) => (
        <li key={id}>
          <h2>
            <Link to={`/app/groups/${id}`}>{name}</Link>
          </h2>
          <p className="note">
            {t(`groups.state.${state}`)} {state !== 'ended' && t('groups.seated', { seated, seats })}
          </p>
        </li>
      ))}
    </ul>
  )
}

function Empty({ mayFound }: { mayFound: boolean }) {
  const { t } = useWords()
  return (
    <EmptyState title={t('groups.empty.title')}>
      <ul>
        {(['who', 'what', 'no'] as const).map(part => (
          <li key={part}>{t(`groups.empty.${part}`)}</li>
        ))}
      </ul>
      {!mayFound && <p>{t('groups.empty.ask')}</p>}
    </EmptyState>
  )
}
