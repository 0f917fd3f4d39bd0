import { Form } from '@remix-run/react'
import { useWords } from '~/language/words'
import { Button, ButtonLink, ButtonRow } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { SelectField, TextField } from '~/ui/field'
import type { FormFailure } from '~/ui/form-problems'
import { Notice } from '~/ui/notice'
import { Page } from '~/ui/page'
import { useZodForm } from '~/ui/use-zod-form'
import type { GateShown } from '../shown'
import { stepForm } from './form'

export type NewStepRefusal = 'notYourMove' | 'noSuchStep' | 'changedMeanwhile' | 'tooManySteps'
type StepsPageProps = { gate: GateShown; failed?: FormFailure; refused?: NewStepRefusal }

/** Where a gate gets one more step: another share, or the same share with other criteria. */
export function StepsPage({ gate, failed, refused }: StepsPageProps) {
  const { t } = useWords()
  const last = gate.steps.at(-1)!
  const defaults = { share: `${last.targetPct}`, copyFrom: `${last.version}`, seen: `${last.version}` }
  const { errors, formProps, field } = useZodForm(stepForm, { defaults, failed })
  return (
    <Page kicker={gate.name} title={t('gates.newStep.title')} lead={t('gates.newStep.lead')}>
      {refused && <Notice kind="warning">{t(`gates.refused.${refused}`)}</Notice>}
      <ul>
        <li>{t('gates.newStep.history')}</li>
        <li>{t('gates.newStep.keys')}</li>
      </ul>
      <Form {...formProps} className="flow">
        <ErrorSummary errors={errors} />
        <input type="hidden" name="seen" value={last.version} />
        <TextField
          {...field('share')}
          label={t('gates.newStep.share')}
          hint={t('gates.newStep.shareHint')}
          inputMode="numeric"
          width="short"
        />
        <SelectField {...field('copyFrom')} label={t('gates.newStep.copy')}>
          <option value="">{t('gates.newStep.copyNone')}</option>
          {gate.steps.map(({ version, targetPct }) => (
            <option key={version} value={version}>
              {t('gates.steps.name', { number: version, pct: targetPct })}
            </option>
          ))}
        </SelectField>
        <ButtonRow>
          <Button>{t('gates.newStep.submit')}</Button>
          <ButtonLink to={`/app/gates/${gate.id}`} kind="quiet">
            {t('shell.cancel')}
          </ButtonLink>
        </ButtonRow>
      </Form>
    </Page>
  )
}
