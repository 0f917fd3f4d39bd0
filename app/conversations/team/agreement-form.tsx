import { Form, useNavigation } from '@remix-run/react'
import { forwardRef } from 'react'
import { useWords } from '~/language/words'
import { Button, ButtonRow } from '~/ui/button'
import { RadioGroup } from '~/ui/choice'
import { ErrorSummary } from '~/ui/error-summary'
import { DateField } from '~/ui/field'
import { Notice } from '~/ui/notice'
import { TextArea } from '~/ui/text-area'
import { useZodForm } from '~/ui/use-zod-form'
import { agreementForm } from './form'
import { type TalkAnswer, useProblems } from './plan-fields'
import { agreementOwners, longestAction } from './rules'

/** Asks for one agreement: who does what by when. A name in it is asked about once, and never forbidden. */
export function AgreementForm({ answer }: { answer?: TalkAnswer }) {
  const { t } = useWords()
  const defaults = { action: '', dueOn: '', step: 'agree' } as never
  const { form, errors, formProps, field } = useZodForm(agreementForm, { defaults, failed: answer?.failed })
  const { listed, errorAt } = useProblems(errors, ['dueOn'], answer?.refused)
  const choices = agreementOwners.map(value => ({ value, label: t(`teamTalks.owner.${value}`) }))
  return (
    <>
      <ErrorSummary errors={listed} />
      {answer?.namesSomebody && (
        <Notice kind="warning" title={t('teamTalks.names.title')}>
          {t('teamTalks.names.text')}
        </Notice>
      )}
      <Form {...formProps}>
        <TextArea
          {...field('action')}
          label={t('teamTalks.field.action')}
          hint={t('teamTalks.agreement.actionHint')}
          maxLength={longestAction}
          rows={2}
          required
        />
        <RadioGroup
          {...form.register('owner')}
          label={t('teamTalks.field.owner')}
          error={field('owner').error}
          choices={choices}
          chosen={[String(answer?.failed?.values.owner ?? '')]}
        />
        <DueField {...field('dueOn')} error={field('dueOn').error ?? errorAt('dueOn')} />
        <Submit asksAgain={answer?.namesSomebody === true} />
      </Form>
    </>
  )
}

const DueField = forwardRef<HTMLInputElement, { name: string; error?: string }>(function DueField(field, ref) {
  const { t } = useWords()
  return <DateField {...field} ref={ref} label={t('teamTalks.field.dueOn')} width="short" required />
})

/** Sends the agreement; after the question about a name it is sent as it is. */
function Submit({ asksAgain }: { asksAgain: boolean }) {
  const { t } = useWords()
  const busy = useNavigation().state !== 'idle'
  return (
    <>
      {asksAgain && <input type="hidden" name="anyway" value="yes" />}
      <ButtonRow>
        <Button name="step" value="agree" busy={busy}>
          {t(asksAgain ? 'teamTalks.names.anyway' : 'teamTalks.agreement.submit')}
        </Button>
      </ButtonRow>
    </>
  )
}
