import { Form, useNavigation } from '@remix-run/react'
import { useWords } from '~/language/words'
import { Button, ButtonRow } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { DateField, TextField } from '~/ui/field'
import type { FormFailure } from '~/ui/form-problems'
import { Section } from '~/ui/page'
import { useZodForm } from '~/ui/use-zod-form'
import { planForm } from './form'
import { groupOf, type TalkShown } from './shown'

/** A moment that somebody typed. */
export type Typed = { day: string; time: string }

type PlanFormProps = { talk: TalkShown; typed?: Typed; failed?: FormFailure }

/** Names a day and a time; with it an invitation is taken up, or a planned talk moved. */
export function PlanForm({ talk, typed, failed }: PlanFormProps) {
  const { t } = useWords()
  const group = groupOf(talk)
  const way = group === 'refused' || group === 'planned' ? group : 'toAnswer'
  const { errors, formProps, field } = useZodForm(planForm, {
    defaults: { deed: 'plan', ...talk.planned, ...typed },
    failed,
  })
  const busy = useNavigation().state !== 'idle'
  return (
    <Section title={t(`talks.page.plan.${way}.title`)} id="plan">
      <ErrorSummary errors={errors} />
      <Form {...formProps} className="narrow">
        <input type="hidden" name="deed" value="plan" />
        <DateField {...field('day')} label={t('talks.page.plan.day')} hint={t('talks.page.plan.dayHint')} required />
        <TextField
          {...field('time')}
          type="time"
          width="short"
          label={t('talks.page.plan.time')}
          hint={t('talks.page.plan.timeHint')}
          required
        />
        <p className="note">{t('talks.page.plan.text')}</p>
        <ButtonRow>
          <Button kind={group === 'toAnswer' ? 'main' : 'quiet'} busy={busy}>
            {t(`talks.page.plan.${way}.go`)}
          </Button>
        </ButtonRow>
      </Form>
    </Section>
  )
}
