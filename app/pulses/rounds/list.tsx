import { Link } from '@remix-run/react'
import { useWords } from '~/language/words'
import { ButtonLink } from '~/ui/button'
import { DayText } from '~/ui/day'
import { EmptyState } from '~/ui/empty-state'
import { Page, Section } from '~/ui/page'
import { Table } from '~/ui/table'
import type { RoundShown } from '../planning'
import { RoundSteps } from './steps'
import { RoundWaiting } from './waiting'

/** All rounds: those under way with what each waits for, and those that are done. */
export function RoundList({ rounds }: { rounds: readonly RoundShown[] }) {
  const { t } = useWords()
  const isDone = ({ state, hasResponse }: RoundShown) => state === 'void' || (state === 'published' && hasResponse)
  const current = rounds.filter(round => !isDone(round))
  const past = rounds.filter(isDone)
  const next = (rounds[0]?.number ?? 0) + 1
  if (rounds.length === 0) return <FirstRound />
  return (
    <Page title={t('pulses.rounds.title')} lead={t('pulses.rounds.lead')}>
      <p>
        <ButtonLink to="/app/rounds/new" kind={current.length > 0 ? 'quiet' : 'main'}>
          {t('pulses.rounds.plan', { number: next })}
        </ButtonLink>
      </p>
      {current.length > 0 && (
        <Section title={t('pulses.rounds.current')}>
          {current.map(round => (
            <RoundUnderWay key={round.id} round={round} />
          ))}
        </Section>
      )}
      {past.length > 0 && <PastRounds rounds={past} />}
    </Page>
  )
}

function RoundUnderWay({ round }: { round: RoundShown }) {
  const { t } = useWords()
  return (
    <article className="register-entry">
      <h3>
        <Link to={`/app/rounds/${round.id}`}>{t('pulses.rounds.name', { number: round.number })}</Link>
      </h3>
      <RoundSteps round={round} />
      <RoundWaiting round={round} />
    </article>
  )
}

function PastRounds({ rounds }: { rounds: readonly RoundShown[] }) {
  const { t } = useWords()
  const columns = [
    {
      label: t('pulses.rounds.title'),
      cell: ({ id, number }: RoundShown) => <Link to={`/app/rounds/${id}`}>{t('pulses.rounds.name', { number })}</Link>,
    },
    {
      label: t('pulses.rounds.days'),
      cell: ({ opensOn, closesOn }: RoundShown) => (
        <span>
          <DayText day={opensOn} /> – <DayText day={closesOn} />
        </span>
      ),
    },
    {
      label: t('pulses.rounds.outcome'),
      cell: ({ state, voidReason }: RoundShown) => {
        const reason = voidReason ?? 'mistake'
        return state === 'void' ? t(`pulses.rounds.void.${reason}`) : t('pulses.rounds.answered')
      },
    },
  ]
  return <Table caption={t('pulses.rounds.past')} columns={columns} rows={rounds} keyOf={({ id }) => id} />
}

/** What a round is, for whoever has never run one. */
function FirstRound() {
  const { t } = useWords()
  return (
    <Page title={t('pulses.rounds.title')} lead={t('pulses.rounds.lead')}>
      <EmptyState title={t('pulses.rounds.empty.title')}>
        <p>{t('pulses.rounds.empty.text')}</p>
        <ol>
          {(['issuing', 'open', 'closed', 'published'] as const).map(step => (
            <li key={step}>{t(`pulses.rounds.empty.${step}`)}</li>
          ))}
        </ol>
        <p>
          <ButtonLink to="/app/rounds/new">{t('pulses.rounds.plan', { number: 1 })}</ButtonLink>
        </p>
      </EmptyState>
    </Page>
  )
}
