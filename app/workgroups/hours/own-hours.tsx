import { Form } from '@remix-run/react'
import { useWords } from '~/language/words'
import { useAmountsInWords } from '~/ui/amount'
import { Button, ButtonRow } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { SelectField, TextField } from '~/ui/field'
import type { FormFailure } from '~/ui/form-problems'
import { Notice } from '~/ui/notice'
import { Section } from '~/ui/page'
import { type Column, Table } from '~/ui/table'
import { useZodForm } from '~/ui/use-zod-form'
import { ownHoursForm } from './form'
import { useWeekInWords } from './hours-flags'
import type { HoursRefusal, WeekTotal } from './rules'

type OwnHoursProps = {
  weeks: WeekTotal[]
  choices: string[]
  failed?: FormFailure
  refused?: HoursRefusal | 'noSuchGroup'
  isKept?: boolean
}

/** Where a member tells of their own week what nobody else can tell. */
export function OwnHours({ weeks, choices, failed, refused, isKept }: OwnHoursProps) {
  const { t } = useWords()
  const inWords = useWeekInWords()
  const { errors, formProps, field } = useZodForm(ownHoursForm, { failed, defaults: { week: choices[0] } })
  return (
    <Section title={t('groupHours.own.title')}>
      <p>{t('groupHours.own.lead')}</p>
      {isKept && <Notice kind="done">{t('groupHours.own.kept')}</Notice>}
      {refused && <Notice kind="warning">{t(`groupHours.refused.${refused}`)}</Notice>}
      <Form {...formProps} className="flow no-print">
        <ErrorSummary errors={errors} />
        <SelectField {...field('week')} label={t('groupHours.own.week')}>
          {choices.map(week => (
            <option key={week} value={week}>
              {inWords(week)}
            </option>
          ))}
        </SelectField>
        <TextField {...field('used')} label={t('groupHours.own.used')} hint={t('groupHours.own.hint')} width="short" />
        <TextField
          {...field('pulledBack')}
          label={t('groupHours.own.pulledBack')}
          hint={t('groupHours.own.pulledBackHint')}
          width="short"
        />
        <ButtonRow>
          <Button>{t('groupHours.own.keep')}</Button>
        </ButtonRow>
      </Form>
      {weeks.length > 0 && <OwnWeeks weeks={weeks} />}
    </Section>
  )
}

function OwnWeeks({ weeks }: { weeks: WeekTotal[] }) {
  const { t } = useWords()
  const { hours } = useAmountsInWords()
  const inWords = useWeekInWords()
  const columns: Column<WeekTotal>[] = [
    { label: t('groupHours.weeks.week'), cell: ({ week }) => inWords(week) },
    { label: t('groupHours.rostered'), cell: one => hours(one.rosteredMinutes), number: true },
    { label: t('groupHours.pulledBack'), cell: one => hours(one.pulledBackMinutes), number: true },
    { label: t('groupHours.usedHours'), cell: one => hours(one.usedMinutes), number: true },
  ]
  return <Table caption={t('groupHours.own.weeks')} columns={columns} rows={weeks} keyOf={one => one.week} />
}
