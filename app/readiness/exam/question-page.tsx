import { Form, Link } from '@remix-run/react'
import { examRoleLabels, selfExam } from 'surveys/self-exam/v1'
import { useWords } from '~/language/words'
import { Gone } from '~/ledger/erasures/erased-words'
import type { FormFailure } from '~/ui/form-problems'
import { Notice } from '~/ui/notice'
import { Page } from '~/ui/page'
import { Preview, PublishOrChange } from '~/ui/preview'
import { AnswerForm } from './answer-form'
import { type AnswerRefusal, type AnswerSent, placeInExam, type Standing } from './rules'
import { usePartName } from './words'

type Draft = Standing & { body: string }
type Answer = {
  step: 'save' | 'write' | 'preview' | 'publish'
  sent?: AnswerSent
  failed?: FormFailure
  refused?: AnswerRefusal
  /** What stood there when the words were not taken: a browser does not ask again by itself. */
  standing?: Draft
}
export type QuestionPageProps = { questionId: string; found: Draft; answer?: Answer }

/** One question on one page: where it stands, what was written before, and the way on. */
export function QuestionPage({ questionId, found, answer }: QuestionPageProps) {
  const { t, language } = useWords()
  const nameOf = usePartName()
  const placed = placeInExam(questionId)!
  const { part, number, of, question } = placed
  const about = part === 'together' ? selfExam.topics[question.topic]?.[language] : examRoleLabels[part][language]
  const place = t('readiness.exam.place', { number, of })
  const { refused, sent, standing: draft = found } = answer ?? {}
  const isPreview = answer?.step === 'preview' && sent && !refused
  return (
    <Page title={question.text[language]} kicker={`${nameOf(part)} · ${about} · ${place}`}>
      {draft.isPublished && <Refused refused="alreadyPublished" />}
      {refused && !draft.isPublished && <Refused refused={refused} standing={draft.body} />}
      {draft.isPublished && <Published questionId={questionId} body={draft.body} lost={refused && sent?.body} />}
      {!draft.isPublished && isPreview && <Publishing asked={question.text[language]} sent={sent} />}
      {!draft.isPublished && !isPreview && (
        <AnswerForm
          key={`${questionId} ${draft.mark}`}
          defaults={{ body: sent?.body ?? draft.body, seen: sent && !refused ? sent.seen : draft.mark }}
          failed={answer?.failed}
          placed={placed}
        />
      )}
      <p className="no-print">
        <Link to="/app/readiness/exam">{t('readiness.exam.all')}</Link>
      </p>
    </Page>
  )
}

/** Why the words were not taken; after a change by a colleague also what stands there now. */
function Refused({ refused, standing }: { refused: AnswerRefusal; standing?: string }) {
  const { t } = useWords()
  return (
    <Notice kind="warning" title={t(`readiness.exam.refused.${refused}`)}>
      {refused === 'changedMeanwhile' && (
        <>
          <p>{t('readiness.exam.now')}</p>
          <Words body={standing || t('readiness.exam.empty')} />
          <p>{t('readiness.exam.yours')}</p>
        </>
      )}
    </Notice>
  )
}

/** What stands for good; and what somebody wrote who came too late, so that it is not lost. */
function Published({ questionId, body, lost }: { questionId: string; body: string; lost?: string }) {
  const { t } = useWords()
  return (
    <>
      {body ? <Words body={body} /> : <Gone of="exam" id={questionId} part="answer" />}
      {lost && lost !== body && (
        <>
          <p>{t('readiness.exam.lost')}</p>
          <Words body={lost} />
        </>
      )}
    </>
  )
}

const Words = ({ body }: { body: string }) => (
  <blockquote className="exam-answer">
    <p>{body}</p>
  </blockquote>
)

/** The second step: as everybody will read it, and what cannot be undone. */
function Publishing({ asked, sent }: { asked: string; sent: AnswerSent }) {
  const { t } = useWords()
  const irrevocable = (['everybody', 'forGood', 'ledger'] as const).map(one => t(`readiness.exam.publishing.${one}`))
  return (
    <>
      <Preview irrevocable={irrevocable}>
        <h2>{asked}</h2>
        <Words body={sent.body} />
      </Preview>
      <Form method="post">
        <input type="hidden" name="body" value={sent.body} />
        <input type="hidden" name="seen" value={sent.seen} />
        <PublishOrChange
          publish={t('readiness.exam.publishing.publish')}
          change={t('readiness.exam.publishing.change')}
        />
      </Form>
    </>
  )
}
