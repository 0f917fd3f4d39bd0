import { Form, Link } from '@remix-run/react'
import { useWords } from '~/language/words'
import { Button, ButtonRow } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import type { FormFailure } from '~/ui/form-problems'
import { TextArea } from '~/ui/text-area'
import { useZodForm } from '~/ui/use-zod-form'
import { answerForm } from './form'
import { type AnswerSent, longestAnswer, type Placed } from './rules'

type AnswerFormProps = { defaults: AnswerSent; failed?: FormFailure; placed: Placed }

/** Writes an answer: keep it and go on, look at it before it becomes public, or go back. */
export function AnswerForm({ defaults, failed, placed: { previousId, nextId } }: AnswerFormProps) {
  const { t } = useWords()
  const { errors, formProps, field } = useZodForm(answerForm, { defaults, failed })
  return (
    <>
      <ErrorSummary errors={errors} />
      <Form {...formProps}>
        <input type="hidden" name="seen" value={defaults.seen} />
        <TextArea
          {...field('body')}
          label={t('readiness.exam.answer')}
          hint={t('readiness.exam.answerHint')}
          maxLength={longestAnswer}
          rows={8}
        />
        <ButtonRow>
          <Button name="step" value="save">
            {t(nextId ? 'readiness.exam.saveAndGoOn' : 'readiness.exam.save')}
          </Button>
          <Button name="step" value="preview" kind="quiet">
            {t('readiness.exam.preview')}
          </Button>
          {previousId && <Link to={`/app/readiness/exam/${previousId}`}>{t('readiness.exam.back')}</Link>}
        </ButtonRow>
      </Form>
    </>
  )
}
