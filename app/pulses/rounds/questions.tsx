import { useWords } from '~/language/words'
import type { RoundInFull } from '../planning'

/** The questions in the reader's language, and why it is these. */
export function Questions({ round }: { round: Pick<RoundInFull, 'questions' | 'rotation' | 'asks'> }) {
  const { t } = useWords()
  return (
    <>
      <ol>
        {round.questions.map(question => (
          <li key={question}>{question}</li>
        ))}
      </ol>
      <p className="note">
        {t('pulses.rounds.questions.open')}{' '}
        {round.asks === 'pulse'
          ? t('pulses.rounds.questions.rotation', { rotation: round.rotation })
          : t('pulses.rounds.questions.check')}
      </p>
    </>
  )
}
