import { Link } from '@remix-run/react'
import { useWords } from '~/language/words'
import { ButtonRow } from '~/ui/button'
import { useDayInWords } from '~/ui/day'
import { EmptyState } from '~/ui/empty-state'
import { Page, Section } from '~/ui/page'
import { PrintButton } from '~/ui/print-button'
import { Table } from '~/ui/table'
import type { PromisesMade } from '../team/agreements-table'
import { CycleHeadlineText } from './headline-text'
import { type OverseenAgreement, OverseenAgreements } from './overseen'
import { headlineOf, type RoundCycle, responseDays, type TeamCycle, talkDays } from './rules'
import { AgreementsText, StepText } from './step-text'

type CyclePageProps = {
  cycle: RoundCycle | null
  others: readonly { id: string; number: number }[]
  overseen: readonly OverseenAgreement[]
  oversees: boolean
  mayPromise: boolean
  promises: PromisesMade
}

/** What follows a result, team by team in the order of the organisation: talk, agreements, response, and what is late. */
export function CyclePage({ cycle, others, overseen, oversees, ...promising }: CyclePageProps) {
  const { t } = useWords()
  return (
    <Page
      kicker={cycle && t('results.roundTitle', { number: cycle.number })}
      title={t('cycle.title')}
      lead={cycle ? <CycleHeadlineText headline={headlineOf(cycle)} oversees={oversees} /> : t('cycle.lead')}
    >
      {cycle ? (
        <FollowedResult cycle={cycle} />
      ) : (
        <EmptyState title={t('cycle.empty.title')}>
          <p>{t('cycle.empty.text', { talkDays, responseDays })}</p>
          <p>
            <Link to="/app/guides">{t('cycle.empty.guides')}</Link>
          </p>
        </EmptyState>
      )}
      {overseen.length > 0 && <OverseenAgreements agreements={overseen} {...promising} />}
      {others.length > 0 && <Others others={others} />}
      <p className="note">{t('cycle.noRanking', { talkDays, responseDays })}</p>
      <ButtonRow>
        <PrintButton kind="quiet">{t('cycle.print')}</PrintButton>
      </ButtonRow>
    </Page>
  )
}

function FollowedResult({ cycle }: { cycle: RoundCycle }) {
  const { t } = useWords()
  const inWords = useDayInWords()
  return (
    <>
      <dl className="need-holds">
        <dt>{t('cycle.result')}</dt>
        <dd>
          <Link to={`/app/results/${cycle.id}`}>{t('results.roundTitle', { number: cycle.number })}</Link>.{' '}
          {t('cycle.since', { date: inWords(cycle.inSightOn, 'short') })}
        </dd>
        <dt>{t('cycle.response')}</dt>
        <dd>
          <StepText step={cycle.response} />
        </dd>
      </dl>
      <TeamsTable teams={cycle.teams} />
    </>
  )
}

function TeamsTable({ teams }: { teams: readonly TeamCycle[] }) {
  const { t } = useWords()
  const columns = [
    { label: t('cycle.team'), cell: (row: TeamCycle) => <TeamName team={row} /> },
    { label: t('cycle.talk'), cell: (row: TeamCycle) => <StepText step={row.talk} /> },
    {
      label: t('cycle.agreements'),
      cell: (row: TeamCycle) => <AgreementsText counts={row.agreements} before={row.before} />,
    },
  ]
  if (teams.length === 0) return null
  return <Table caption={t('cycle.caption')} columns={columns} rows={teams} keyOf={({ id }) => id} />
}

/** A team with what it belongs to, so that the order of the organisation can be seen. */
function TeamName({ team: { name, above } }: { team: TeamCycle }) {
  return (
    <>
      {name} {above && <small className="note">{above}</small>}
    </>
  )
}

function Others({ others }: Pick<CyclePageProps, 'others'>) {
  const { t } = useWords()
  return (
    <Section title={t('cycle.others')}>
      <ul className="no-print">
        {others.map(({ id, number }) => (
          <li key={id}>
            <Link to={`/app/cycle?round=${id}`}>{t('results.roundTitle', { number })}</Link>
          </li>
        ))}
      </ul>
    </Section>
  )
}
