import { Link } from '@remix-run/react'
import { useWords } from '~/language/words'
import { Gone } from '~/ledger/erasures/erased-words'
import { ButtonLink } from '~/ui/button'
import { DayText } from '~/ui/day'
import { Notice } from '~/ui/notice'
import { Page, Section } from '~/ui/page'
import { type ExamPart, placeInExam } from './rules'
import { usePartName } from './words'

type Published = { body: string; on: string; seq: number; isWhole: boolean }
type Answer = { questionId: string; published?: Published; hasDraft: boolean }
export type ExamPartShown = { part: ExamPart; mayWrite: boolean; answers: readonly Answer[] }

/** All questions with what was published: for everybody who works here. Drafts are not on it. */
export function ExamPage({ parts }: { parts: readonly ExamPartShown[] }) {
  const { t } = useWords()
  return (
    <Page title={t('readiness.exam.title')} lead={t('readiness.exam.lead')}>
      {parts.map(shown => (
        <Part key={shown.part} {...shown} />
      ))}
    </Page>
  )
}

function Part({ part, mayWrite, answers }: ExamPartShown) {
  const { t } = useWords()
  const nameOf = usePartName()
  const open = answers.filter(({ published }) => !published)
  return (
    <Section title={nameOf(part)} id={part}>
      <p className="note">
        {t('readiness.exam.published', { count: answers.length - open.length, of: answers.length })}
      </p>
      {mayWrite && open[0] && (
        <p className="no-print">
          <ButtonLink to={`/app/readiness/exam/${open[0].questionId}`}>{t('readiness.exam.write')}</ButtonLink>
        </p>
      )}
      <ol className="exam-answers">
        {answers.map(answer => (
          <li key={answer.questionId} id={answer.questionId}>
            <Answered answer={answer} mayWrite={mayWrite} />
          </li>
        ))}
      </ol>
    </Section>
  )
}

function Answered({ answer: { questionId, published, hasDraft }, mayWrite }: { answer: Answer; mayWrite: boolean }) {
  const { t, language } = useWords()
  const asked = placeInExam(questionId)?.question.text[language]
  return (
    <>
      <h3>{asked}</h3>
      {published ? (
        <PublishedAnswer questionId={questionId} {...published} />
      ) : (
        <p className="note">{t(hasDraft ? 'readiness.exam.draft' : 'readiness.exam.none')}</p>
      )}
      {mayWrite && !published && (
        <p className="no-print">
          <Link to={`/app/readiness/exam/${questionId}`}>
            {t(hasDraft ? 'readiness.exam.goOn' : 'readiness.exam.begin')}
            <span className="only-read-aloud">: {asked}</span>
          </Link>
        </p>
      )}
    </>
  )
}

/** An answer as it stands for good, or the word that it was erased; and a warning when it is not what was published. */
function PublishedAnswer({ questionId, body, on, seq, isWhole }: Published & { questionId: string }) {
  const { t } = useWords()
  return (
    <>
      {body && !isWhole && <Notice kind="warning">{t('readiness.exam.changed')}</Notice>}
      <blockquote className="exam-answer">
        <p>{body || <Gone of="exam" id={questionId} part="answer" otherwise={t('readiness.exam.changed')} />}</p>
      </blockquote>
      <p className="note">
        <DayText day={on} /> · {t(body && isWhole ? 'readiness.exam.whole' : 'readiness.exam.line', { seq })}
      </p>
    </>
  )
}
