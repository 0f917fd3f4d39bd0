import { Form, useNavigation } from '@remix-run/react'
import { useWords } from '~/language/words'
import { Button, ButtonLink, ButtonRow } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { TextField } from '~/ui/field'
import type { FormFailure } from '~/ui/form-problems'
import { Page } from '~/ui/page'
import { TextArea } from '~/ui/text-area'
import { useZodForm } from '~/ui/use-zod-form'
import type { Phase } from '../phases'
import { taskForm } from './form'
import { longestRhythm, longestTask, longestWho, rhythmOf, type Suggestion, shortestRhythm } from './rules'

type NewTaskProps = { useCase: { id: string; name: string; phase: Phase }; as?: Suggestion; failed?: FormFailure }

/** Where something is begun that comes back; a suggested one is filled in and can be changed. */
export function NewTaskPage({ useCase: { id, name, phase }, as, failed }: NewTaskProps) {
  const { t } = useWords()
  const defaults = as && {
    words: t(`phases.suggested.${as}.words`),
    who: t(`phases.suggested.${as}.who`),
    everyDays: rhythmOf(phase, as),
  }
  const { errors, formProps, field } = useZodForm(taskForm, { defaults, failed })
  const busy = useNavigation().state !== 'idle'
  return (
    <Page title={t('phases.tasks.add')} kicker={name}>
      <ErrorSummary errors={errors} />
      <Form {...formProps}>
        <TextArea {...field('words')} label={t('phases.tasks.words')} maxLength={longestTask} rows={2} />
        <TextField
          {...field('who')}
          label={t('phases.tasks.who')}
          hint={t('phases.tasks.whoHint')}
          maxLength={longestWho}
        />
        <TextField
          {...field('everyDays')}
          type="number"
          min={shortestRhythm}
          max={longestRhythm}
          label={t('phases.tasks.everyDays')}
          hint={t('phases.tasks.everyDaysHint')}
          width="short"
        />
        <ButtonRow>
          <Button busy={busy}>{t('phases.tasks.submit')}</Button>
          <ButtonLink to={`/app/use-cases/${id}#tasks`} kind="quiet">
            {t('shell.cancel')}
          </ButtonLink>
        </ButtonRow>
      </Form>
    </Page>
  )
}
