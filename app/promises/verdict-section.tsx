import { Link } from '@remix-run/react'
import { useWords } from '~/language/words'
import { FigureBar } from '~/pulses/results/figure-words'
import { carefulFrom } from '~/statistics/participation'
import { useDayInWords } from '~/ui/day'
import { Notice } from '~/ui/notice'
import { Section } from '~/ui/page'
import { SharePaints } from '~/ui/share-paints'
import { QuestionText } from './question-text'
import type { PromiseInFull } from './register'
import { outcomeOf, type StaffQuestion } from './verdict'

type Of = { promise: Pick<PromiseInFull, 'id' | 'status' | 'events'>; home: '/promises' | '/app/promises' }

/** What staff were asked about a promise, what they found, and the rule by which that counts. */
export function StaffVerdict({ questions, ...of }: Of & { questions: readonly StaffQuestion[] }) {
  const { t } = useWords()
  if (questions.length === 0) return null
  return (
    <Section title={t('verdict.title')}>
      {questions.map(question => (
        <Question key={question.id} question={question} {...of} />
      ))}
      <p className="note">{t('verdict.rule', { enough: carefulFrom })}</p>
      {questions.some(({ figure }) => figure) && <SharePaints />}
    </Section>
  )
}

function Question({ question, ...of }: Of & { question: StaffQuestion }) {
  const { t } = useWords()
  const inWords = useDayInWords()
  const { round, verdict, words } = question
  const when = round && { number: round.number, date: inWords(round.closesOn, 'short') }
  return (
    <div className="register-entry">
      <h3>
        <QuestionText id={of.promise.id} words={words} />
      </h3>
      {!when && <Notice>{t('verdict.waits')}</Notice>}
      {when && !verdict && <Notice>{t('verdict.inRound', when)}</Notice>}
      {when && verdict && <p className="note">{t('verdict.askedIn', when)}</p>}
      <Found question={question} {...of} />
    </div>
  )
}

/** The counts as they were published, in bounds, and what follows from them. */
function Found({ question: { verdict, figure, roster, round }, promise, home }: Of & { question: StaffQuestion }) {
  const { t } = useWords()
  if (!verdict || !round) return null
  const counts = { judged: figure?.n ?? 0, roster: roster ?? 0 }
  const outcome = outcomeOf({ verdict, figure }, counts.roster)
  const { status, events } = promise
  const isTheirs = events.some(one => one.kind === 'moved' && one.side === 'staff' && one.status === status)
  return (
    <>
      <p className="headline">{t(`verdict.outcome.${outcome}`, counts)}</p>
      {figure && <FigureBar kind="verdict3" figure={figure} label={t('verdict.figure', { id: promise.id })} />}
      {verdict !== 'none' && !isTheirs && <p className="note">{t('verdict.alreadyDecided')}</p>}
      {home === '/app/promises' && (
        <p className="no-print">
          <Link to={`/app/results/${round.id}`}>{t('verdict.toResults', { number: round.number })}</Link>
        </p>
      )}
    </>
  )
}
