import { Link } from '@remix-run/react'
import { useWords } from '~/language/words'
import { useDayInWords } from '~/ui/day'
import { EmptyState } from '~/ui/empty-state'
import { Page } from '~/ui/page'

type Question = { id: string; nl: string; en: string; fr: string }
export type PublishedListed = {
  id: string
  number: number
  closesOn: string
  hasResponse: boolean
  keptUntil?: string
  questions: readonly Question[]
}

/** All published rounds, the latest first: what was asked, and whether management has answered. */
export function ResultsList({ rounds }: { rounds: readonly PublishedListed[] }) {
  const { t } = useWords()
  return (
    <Page title={t('results.title')} lead={t('results.lead')}>
      {rounds.length === 0 && <EmptyState title={t('results.emptyTitle')}>{t('results.emptyText')}</EmptyState>}
      {rounds.map(round => (
        <Listed key={round.id} round={round} />
      ))}
    </Page>
  )
}

function Listed({ round: { id, number, closesOn, questions, ...round } }: { round: PublishedListed }) {
  const { t, language } = useWords()
  const inWords = useDayInWords()
  const { keptUntil, hasResponse } = round
  const state = keptUntil
    ? t('results.kept.text', { date: inWords(keptUntil, 'short') })
    : t(hasResponse ? 'results.answered' : 'results.notAnswered')
  return (
    <section className="register-entry">
      <header>
        <h2>
          <Link to={`/app/results/${id}`}>{t('results.roundTitle', { number })}</Link>
        </h2>
        <p className="note">{`${t('results.closedOn', { date: inWords(closesOn, 'short') })}. ${state}`}</p>
      </header>
      <h3 className="only-read-aloud">{t('results.asked')}</h3>
      <ul>
        {questions.map(question => (
          <li key={question.id}>{question[language]}</li>
        ))}
      </ul>
    </section>
  )
}
