import { Link, useRevalidator } from '@remix-run/react'
import { useEffect } from 'react'
import { useWords } from '~/language/words'
import { ButtonLink, ButtonRow } from '~/ui/button'
import { Page, Section } from '~/ui/page'
import { ImpossibleCounts } from '../checks/counts'
import type { RoundInFull } from '../planning'
import { smallestRoster } from '../units'
import { UnitsTable } from '../units-table'
import { Questions } from './questions'
import { ClosingSteps, RoundSteps } from './steps'
import { RoundWaiting } from './waiting'

/** One round for those who run it: where it stands, what it asks, in which groups it counts. */
export function RoundPage({ round }: { round: RoundInFull }) {
  const { t } = useWords()
  return (
    <Page
      kicker={<Link to="/app/rounds">{t('pulses.rounds.title')}</Link>}
      title={t('pulses.rounds.name', { number: round.number })}
    >
      <RoundSteps round={round} />
      <ImpossibleCounts counts={round.impossible} />
      {round.state !== 'void' && (
        <Section title={t('pulses.rounds.waiting.title')}>
          <RoundWaiting round={round} />
          {round.state === 'closed' && round.waiting.for !== 'council' && <Counting done={round.closingStep} />}
          <Deeds round={round} />
        </Section>
      )}
      <Section title={t('pulses.rounds.questions.title')}>
        <Questions round={round} />
      </Section>
      {round.code && (
        <Section title={t('pulses.rounds.code.title')}>
          <p>
            <code className="round-code">{round.code}</code>
          </p>
          <p>{t('pulses.rounds.code.text')}</p>
        </Section>
      )}
      {(round.code || round.state === 'draft') && (
        <Section title={t('pulses.rounds.units.title')}>
          <p>
            {t('pulses.rounds.units.why', { smallest: smallestRoster })}{' '}
            {t(round.code ? 'pulses.rounds.units.frozen' : 'pulses.rounds.units.preview')}
          </p>
          <UnitsTable units={round.units} />
        </Section>
      )}
      <EndWithoutResult round={round} />
    </Page>
  )
}

/** Shows how far the counting is, and looks again by itself; without JavaScript the browser does. */
function Counting({ done }: { done: string | null }) {
  const { revalidate } = useRevalidator()
  useEffect(() => {
    const again = setInterval(revalidate, 2000)
    return () => clearInterval(again)
  }, [revalidate])
  return (
    <>
      <noscript>
        <meta httpEquiv="refresh" content="3" />
      </noscript>
      <ClosingSteps done={done} />
    </>
  )
}

const deedOf = { draft: 'issue', issuing: 'open', open: 'close' } as const

/** What can be done by hand now: the calendar does it too, so none of these is urgent. */
function Deeds({ round: { id, state, waiting, units } }: { round: RoundInFull }) {
  const { t } = useWords()
  if (state === 'published') {
    return (
      <p>
        <ButtonLink to={`/app/results/${id}`}>{t('pulses.rounds.toResult')}</ButtonLink>
      </p>
    )
  }
  const deed = state in deedOf ? deedOf[state as keyof typeof deedOf] : undefined
  const isPossible = 'on' in waiting && !waiting.obstacle && units !== null
  return (
    <ButtonRow>
      {state === 'draft' && (
        <ButtonLink to={`/app/rounds/${id}/edit`} kind={waiting.for === 'newDays' ? 'main' : 'quiet'}>
          {t('pulses.rounds.form.edit')}
        </ButtonLink>
      )}
      {deed && isPossible && (
        <ButtonLink to={`/app/rounds/${id}/${deed}`} kind="quiet">
          {t(`pulses.rounds.deed.${deed}.go`)}
        </ButtonLink>
      )}
    </ButtonRow>
  )
}

function EndWithoutResult({ round: { id, state } }: { round: RoundInFull }) {
  const { t } = useWords()
  if (!(state in deedOf)) return null
  return (
    <p>
      <ButtonLink to={`/app/rounds/${id}/void`} kind="plain">
        {t('pulses.rounds.deed.void.go')}
      </ButtonLink>
    </p>
  )
}
