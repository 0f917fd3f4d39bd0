import { Form } from '@remix-run/react'
import { useWords } from '~/language/words'
import { Button, ButtonLink, ButtonRow } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import type { FormFailure } from '~/ui/form-problems'
import { Page } from '~/ui/page'
import { TextArea } from '~/ui/text-area'
import { useZodForm } from '~/ui/use-zod-form'
import { evidenceForm, longestPart } from './form'

type EvidencePageProps = { promise: { id: string; now: { text: string } }; failed?: FormFailure }

/** Where something is added by which anybody can see how a promise stands. */
export function EvidencePage({ promise, failed }: EvidencePageProps) {
  const { t } = useWords()
  const { errors, formProps, field } = useZodForm(evidenceForm, { failed })
  return (
    <Page title={t('promises.evidence.title', { id: promise.id })} lead={promise.now.text}>
      <ErrorSummary errors={errors} />
      <Form {...formProps}>
        <TextArea
          {...field('note')}
          label={t('promises.evidence.label')}
          hint={t('promises.evidence.hint')}
          maxLength={longestPart}
          rows={4}
          required
        />
        <p className="note">{t('promises.move.everybody')}</p>
        <ButtonRow>
          <Button kind="warning">{t('promises.evidence.submit')}</Button>
          <ButtonLink to={`/app/promises/${promise.id}`} kind="quiet">
            {t('shell.cancel')}
          </ButtonLink>
        </ButtonRow>
      </Form>
    </Page>
  )
}
