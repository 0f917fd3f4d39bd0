import { Form, useNavigation } from '@remix-run/react'
import { useWords } from '~/language/words'
import { Button, ButtonRow } from '~/ui/button'
import { useDayInWords } from '~/ui/day'
import { ErrorSummary } from '~/ui/error-summary'
import { DateField, SelectField, TextField } from '~/ui/field'
import type { FormFailure } from '~/ui/form-problems'
import { Section } from '~/ui/page'
import { Preview, PublishOrChange } from '~/ui/preview'
import { useZodForm } from '~/ui/use-zod-form'
import type { CriterionShown } from '../shown'
import { type MeasurementTyped, measurementForm } from './form'
import { useMeasureWords } from './last-finding'
import { milliOf, wholeOf } from './numbers'

type WritingProps = {
  version: number
  criteria: readonly CriterionShown[]
  typed?: Partial<MeasurementTyped>
  failed?: FormFailure
}

/** Where somebody types a measurement. */
export function MeasurementWriting({ version, criteria, typed, failed }: WritingProps) {
  const { t } = useWords()
  const busy = useNavigation().state !== 'idle'
  const { errors, formProps, field } = useZodForm(measurementForm, { defaults: typed, failed })
  const labels = useLabels()
  const named = errors.map(error => ({ ...error, label: labels[error.name] }))
  return (
    <Section title={t('gates.measuring.form.title')} id="enter">
      <ErrorSummary errors={named} />
      <Form {...formProps} action={`?step=${version}`} className="flow">
        <input type="hidden" name="version" value={version} />
        <SelectField {...field('criterion')} label={labels.criterion}>
          {criteria.map(({ number, measure }) => (
            <option key={number} value={number}>
              {t('gates.measuring.number', { number, measure })}
            </option>
          ))}
        </SelectField>
        <DateField {...field('fromOn')} label={labels.fromOn} width="short" />
        <DateField {...field('untilOn')} label={labels.untilOn} width="short" />
        <TextField
          {...field('value')}
          label={labels.value}
          hint={t('gates.measuring.form.valueHint')}
          inputMode="decimal"
          width="short"
        />
        <TextField
          {...field('volume')}
          label={labels.volume}
          hint={t('gates.measuring.form.volumeHint')}
          inputMode="numeric"
          width="short"
        />
        <ButtonRow>
          <Button name="step" value="preview" busy={busy}>
            {t('gates.measuring.form.preview')}
          </Button>
        </ButtonRow>
      </Form>
    </Section>
  )
}

function useLabels(): Record<string, string> {
  const { t } = useWords()
  return {
    criterion: t('gates.measuring.form.criterion'),
    fromOn: t('gates.measuring.form.from'),
    untilOn: t('gates.measuring.form.until'),
    value: t('gates.measuring.form.value'),
    volume: t('gates.measuring.form.volume'),
  }
}

type EnteringProps = { criterion: CriterionShown; typed: MeasurementTyped }

/** The measurement as it will stand, and that it stays. */
export function MeasurementEntering({ criterion, typed }: EnteringProps) {
  const { t } = useWords()
  const inWords = useDayInWords()
  const words = useMeasureWords()
  const days = { from: inWords(typed.fromOn, 'short'), until: inWords(typed.untilOn, 'short') }
  const amount = words.amount(milliOf(typed.value) ?? 0, criterion.unit)
  const irrevocable = [t('gates.measuring.form.forGood'), t('gates.measuring.form.once')]
  return (
    <>
      <Preview caption={t('gates.measuring.form.caption')} irrevocable={irrevocable}>
        <p>
          <strong>{t('gates.measuring.number', criterion)}</strong>
        </p>
        <p>
          {t('gates.measuring.form.line', {
            ...{ days: t('gates.measuring.days', days), amount },
            cases: words.cases(wholeOf(typed.volume) ?? 0),
          })}
        </p>
      </Preview>
      <Form method="post" action={`?step=${typed.version}`}>
        {Object.entries(typed).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <PublishOrChange publish={t('gates.measuring.form.publish')} change={t('gates.measuring.form.change')} />
      </Form>
    </>
  )
}
