import { Link } from '@remix-run/react'
import { useWords } from '~/language/words'
import { ButtonLink } from '~/ui/button'
import { DayText } from '~/ui/day'
import { EmptyState } from '~/ui/empty-state'
import { Page, Section } from '~/ui/page'
import { Table } from '~/ui/table'
import type { Outcomes } from './outcome'
import type { VetoInFull } from './shown'
import { ClockWord, StateWord, useCriterionInWords } from './words'

const sentences = ['all', 'better', 'persuaded', 'accepted', 'standing', 'overridden'] as const

/** All vetoes as what they are: work on quality. What they brought is said in sentences, and nobody is ranked. */
export function VetoListPage({ vetoes, outcomes }: { vetoes: readonly VetoInFull[]; outcomes: Outcomes }) {
  const { t } = useWords()
  return (
    <Page title={t('vetoes.title')} lead={t('vetoes.lead')}>
      {vetoes.length === 0 ? (
        <NoVeto />
      ) : (
        <>
          <ul>
            {sentences
              .filter(one => outcomes[one] > 0)
              .map(one => (
                <li key={one}>{t(`vetoes.outcome.${one}`, { count: outcomes[one] })}</li>
              ))}
          </ul>
          <VetoTable vetoes={vetoes} />
        </>
      )}
    </Page>
  )
}

function VetoTable({ vetoes }: { vetoes: readonly VetoInFull[] }) {
  const { t } = useWords()
  const { bar } = useCriterionInWords()
  const columns = [
    { label: t('vetoes.list.about'), cell: (veto: VetoInFull) => <StepLink veto={veto} /> },
    { label: t('vetoes.list.criterion'), cell: ({ criterion }: VetoInFull) => bar(criterion) },
    { label: t('vetoes.list.state'), cell: (veto: VetoInFull) => <StateCell veto={veto} /> },
    { label: t('vetoes.list.raisedOn'), cell: ({ raisedOn }: VetoInFull) => <DayText day={raisedOn} /> },
  ]
  return (
    <Section title={t('vetoes.list.all')}>
      <Table caption={t('vetoes.list.all')} captionHidden columns={columns} rows={vetoes} keyOf={({ id }) => id} />
      <p>
        <a href="/app/vetoes.csv">{t('vetoes.list.csv')}</a>
      </p>
    </Section>
  )
}

function StepLink({ veto: { id, gate, targetPct } }: { veto: VetoInFull }) {
  const { t } = useWords()
  return <Link to={`/app/vetoes/${id}`}>{t('vetoes.list.step', { pct: targetPct, gate: gate.name })}</Link>
}

const StateCell = ({ veto: { state, clock } }: { veto: VetoInFull }) => (
  <span className="promise-status">
    <StateWord state={state} />
    <ClockWord clock={clock} />
  </span>
)

/** Where nothing is yet it says what a veto is, and where one begins. */
function NoVeto() {
  const { t } = useWords()
  return (
    <EmptyState title={t('vetoes.empty.title')}>
      <p>{t('vetoes.empty.text')}</p>
      <p>{t('vetoes.empty.how')}</p>
      <ButtonLink to="/app/gates" kind="quiet">
        {t('vetoes.empty.toGates')}
      </ButtonLink>
    </EmptyState>
  )
}
