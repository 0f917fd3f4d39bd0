import { Form } from '@remix-run/react'
import { useWords } from '~/language/words'
import { Button, ButtonLink, ButtonRow } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import type { FormFailure } from '~/ui/form-problems'
import { Notice } from '~/ui/notice'
import { Page } from '~/ui/page'
import { Preview, PublishOrChange } from '~/ui/preview'
import { TextArea } from '~/ui/text-area'
import { longestReply, type ReplyRefusal, type ReplySide } from './replies'
import { CommentText } from './text'

export type ReplyPageProps = {
  round: { id: string; number: number }
  comment: { id: string; body: string }
  side: ReplySide
  step: 'write' | 'preview' | 'publish'
  body?: string
  failed?: FormFailure
  refused?: ReplyRefusal
}

/** Where one side answers a comment: write, see it under the comment as everybody will, publish for good. */
export function ReplyPage({ round, comment, side, step, body, failed, refused }: ReplyPageProps) {
  const { t } = useWords()
  return (
    <Page title={t(`comments.reply.as.${side}`)} lead={t('comments.reply.lead')}>
      {refused && <Notice kind="warning">{t(`comments.refused.${refused}`)}</Notice>}
      {(refused || step === 'write') && (
        <blockquote>
          <CommentText body={comment.body} />
        </blockquote>
      )}
      {refused && body && <p className="register-text">{body}</p>}
      {!refused && step === 'write' && <Write side={side} body={body} failed={failed} />}
      {!refused && step !== 'write' && body && <Publish comment={comment} side={side} body={body} />}
      <p>
        <ButtonLink to={`/app/results/${round.id}#c-${comment.id}`} kind="plain">
          {t('comments.reply.back')}
        </ButtonLink>
      </p>
    </Page>
  )
}

function Write({ side, body, failed }: Pick<ReplyPageProps, 'side' | 'body' | 'failed'>) {
  const { t } = useWords()
  const problem = failed?.problems.body
  const error = problem && t(`forms.${problem}`)
  return (
    <>
      <ErrorSummary errors={error ? [{ name: 'body', message: error }] : []} />
      <Form method="post">
        <input type="hidden" name="side" value={side} />
        <TextArea
          name="body"
          label={t('comments.reply.label')}
          hint={t('comments.reply.hint')}
          error={error}
          defaultValue={body ?? failed?.values.body}
          maxLength={longestReply}
          rows={6}
          required
        />
        <ButtonRow>
          <Button name="step" value="preview">
            {t('comments.reply.preview')}
          </Button>
        </ButtonRow>
      </Form>
    </>
  )
}

function Publish({ comment, side, body }: Required<Pick<ReplyPageProps, 'comment' | 'side' | 'body'>>) {
  const { t } = useWords()
  const irrevocable = (['everybody', 'forGood', 'writer'] as const).map(one => t(`comments.reply.${one}`))
  return (
    <>
      <Preview irrevocable={irrevocable}>
        <CommentText body={comment.body} />
        <blockquote className="reply">
          <p className="note">{t(`comments.reply.from.${side}`)}</p>
          <p>{body}</p>
        </blockquote>
      </Preview>
      <Form method="post">
        <input type="hidden" name="side" value={side} />
        <input type="hidden" name="body" value={body} />
        <PublishOrChange publish={t('comments.reply.publish')} change={t('comments.reply.change')} />
      </Form>
    </>
  )
}
