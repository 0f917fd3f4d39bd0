import { Link } from '@remix-run/react'
import { useWords } from '~/language/words'
import { ButtonLink, ButtonRow } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { Page } from '~/ui/page'
import { phases } from '../phases'
import { Road } from './road'
import type { UseCase } from './use-case'

type IndexProps = { useCases: readonly UseCase[]; mayBegin: boolean; hasGroups: boolean }

/** Every use case on its road: what staff and management look at to see how far each one is. */
export function UseCasesPage({ useCases, mayBegin, hasGroups }: IndexProps) {
  const { t } = useWords()
  return (
    <Page title={t('phases.index.title')} lead={t('phases.index.lead')}>
      {useCases.length === 0 ? <Empty /> : useCases.map(one => <Entry key={one.id} useCase={one} />)}
      {mayBegin && hasGroups && (
        <div className="no-print">
          <ButtonRow>
            <ButtonLink to="/app/use-cases/new">{t('phases.new.title')}</ButtonLink>
          </ButtonRow>
        </div>
      )}
      {mayBegin && !hasGroups && <GroupFirst />}
    </Page>
  )
}

function Entry({ useCase: { id, name, workgroup, phase, missing } }: { useCase: UseCase }) {
  const { t } = useWords()
  return (
    <article className="register-entry">
      <h2>
        <Link to={`/app/use-cases/${id}`}>{name}</Link>
      </h2>
      <p className="note">{t('phases.ofGroup', { group: workgroup })}</p>
      <Road phase={phase} />
      <p>{missing.length > 0 ? t('phases.missing', { count: missing.length }) : t(`phases.complete.${phase}`)}</p>
    </article>
  )
}

/** Nothing yet: the page says how the road goes, so that people know what they may expect and ask for. */
function Empty() {
  const { t } = useWords()
  return (
    <EmptyState title={t('phases.index.empty')}>
      <p>{t('phases.index.emptyText')}</p>
      <ol>
        {phases.map(phase => (
          <li key={phase}>
            <strong>{t(`phases.name.${phase}`)}</strong>: {t(`phases.explained.${phase}`)}
          </li>
        ))}
      </ol>
      <p>{t('phases.index.emptyAsk')}</p>
    </EmptyState>
  )
}

function GroupFirst() {
  const { t } = useWords()
  return (
    <p>
      {t('phases.new.groupFirst')} <Link to="/app/groups">{t('phases.new.toGroups')}</Link>
    </p>
  )
}
