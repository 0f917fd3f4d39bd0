import { Form, useNavigation } from '@remix-run/react'
import { useMemo } from 'react'
import { useWords } from '~/language/words'
import { Button, ButtonRow } from '~/ui/button'
import { RadioGroup } from '~/ui/choice'
import { ErrorSummary } from '~/ui/error-summary'
import type { FormFailure } from '~/ui/form-problems'
import { Section } from '~/ui/page'
import { TextArea } from '~/ui/text-area'
import { useZodForm } from '~/ui/use-zod-form'
import type { Measurement } from '../criteria'
import { FindingText } from '../measuring/last-finding'
import type { CriterionShown } from '../shown'
import { goodName, noteName, verdictForm } from './form'
import { longestNote, longestWords, suggested } from './rules'

type VerdictWritingProps = {
  version: number
  criteria: readonly CriterionShown[]
  measurements: readonly Measurement[]
  failed?: FormFailure
}

/** Where a member says of every criterion whether it is good enough. What was measured is filled in; the member decides. */
export function VerdictWriting({ version, criteria, measurements, failed }: VerdictWritingProps) {
  const { t } = useWords()
  const busy = useNavigation().state !== 'idle'
  const schema = useMemo(() => verdictForm(criteria.map(({ number }) => number)), [criteria])
  const defaults = useMemo(() => suggestions(criteria, measurements), [criteria, measurements])
  const { errors, formProps, field } = useZodForm(schema, { defaults, failed })
  const labelOf = (name: string) => criteria.find(({ number }) => name.endsWith(`${number}`))?.measure
  return (
    <Section title={t('gates.verdict.formTitle')} id="propose">
      <p>{t('gates.verdict.formLead')}</p>
      <ErrorSummary errors={errors.map(error => ({ ...error, label: labelOf(error.name) }))} />
      <Form {...formProps} action={`?step=${version}`} className="flow">
        {criteria.map(criterion => (
          <OneJudgement key={criterion.number} criterion={criterion} measurements={measurements} field={field} />
        ))}
        <TextArea {...field('words')} label={t('gates.verdict.words')} maxLength={longestWords} rows={3} optional />
        <ButtonRow>
          <Button busy={busy}>{t('gates.verdict.submit')}</Button>
        </ButtonRow>
      </Form>
    </Section>
  )
}

const suggestions = (criteria: readonly CriterionShown[], measurements: readonly Measurement[]) =>
  Object.fromEntries(
    criteria.flatMap(criterion => {
      const isGood = suggested(criterion, measurements)
      return isGood === undefined ? [] : [[goodName(criterion.number), isGood ? 'yes' : 'no']]
    }),
  )

type Field = ReturnType<typeof useZodForm<Record<string, string | undefined>>>['field']
type OneProps = { criterion: CriterionShown; measurements: readonly Measurement[]; field: Field }

function OneJudgement({ criterion, measurements, field }: OneProps) {
  const { t } = useWords()
  const { number } = criterion
  const good = field(goodName(number))
  const choices = [
    { value: 'yes', label: t('gates.verdict.good') },
    { value: 'no', label: t('gates.verdict.notGood') },
  ]
  return (
    <div className="judgement flow">
      <RadioGroup
        {...good}
        label={t('gates.measuring.number', criterion)}
        hint={<FindingText criterion={criterion} measurements={measurements} />}
        choices={choices}
        chosen={good.defaultValue ? [good.defaultValue] : []}
      />
      <TextArea
        {...field(noteName(number))}
        label={t('gates.verdict.note')}
        hint={t('gates.verdict.noteHint')}
        maxLength={longestNote}
        rows={2}
        optional
      />
    </div>
  )
}
