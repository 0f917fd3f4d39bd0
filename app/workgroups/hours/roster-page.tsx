import { Form, Link } from '@remix-run/react'
import { useWords } from '~/language/words'
import { hoursInWords, useAmountsInWords } from '~/ui/amount'
import { Button, ButtonLink, ButtonRow } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { ErrorSummary } from '~/ui/error-summary'
import { TextField } from '~/ui/field'
import type { FormFailure } from '~/ui/form-problems'
import { Notice } from '~/ui/notice'
import { Page } from '~/ui/page'
import { useZodForm } from '~/ui/use-zod-form'
import { hoursField, rosterForm } from './form'
import { useWeekInWords } from './hours-flags'
import type { Minutes, RosterRefusal } from './rules'

type RosterPageProps = {
  group: { id: string; name: string }
  week: string
  previous?: string
  next?: string
  lines: (Minutes & { personId: string; name: string })[]
  seen: string
  failed?: FormFailure
  refused?: RosterRefusal
  isKept?: boolean
}

/** Where who plans enters what was rostered for each member in one week. */
export function RosterPage({ group, week, previous, next, lines, failed, ...rest }: RosterPageProps) {
  const { t } = useWords()
  const inWords = useWeekInWords()
  return (
    <Page
      title={t('groupHours.roster.of', { week: inWords(week) })}
      kicker={group.name}
      lead={t('groupHours.roster.lead')}
    >
      <nav className="register-pages no-print" aria-label={t('groupHours.roster.weeks')}>
        {previous && <Link to={`?week=${previous}`}>{inWords(previous)}</Link>}
        {next && <Link to={`?week=${next}`}>{inWords(next)}</Link>}
      </nav>
      {rest.isKept && <Notice kind="done">{t('groupHours.roster.kept')}</Notice>}
      {rest.refused && <Notice kind="warning">{t(`groupHours.refused.${rest.refused}`)}</Notice>}
      {lines.length === 0 && <EmptyState title={t('groupHours.roster.nobody')} />}
      {lines.length > 0 && (
        <RosterFields key={week} groupId={group.id} lines={lines} seen={rest.seen} failed={failed} />
      )}
    </Page>
  )
}

type FieldsProps = Pick<RosterPageProps, 'lines' | 'seen' | 'failed'> & { groupId: string }

function RosterFields({ groupId, lines, seen, failed }: FieldsProps) {
  const { t } = useWords()
  const { hours } = useAmountsInWords()
  const kept = lines.map((line, place) => [hoursField(place), hoursInWords(line.rosteredMinutes)])
  const defaults = Object.fromEntries(kept) as Record<`hours-${number}`, string>
  const { errors, formProps, field } = useZodForm(rosterForm(lines.length), { failed, defaults: { seen, ...defaults } })
  const named = errors.map(one => ({ ...one, label: lines[Number(one.name?.split('-')[1])]?.name }))
  const said = (line: Minutes) =>
    t('groupHours.roster.said', { used: hours(line.usedMinutes), pulledBack: hours(line.pulledBackMinutes) })
  return (
    <Form {...formProps} className="flow">
      <ErrorSummary errors={named} />
      <input type="hidden" name="seen" value={seen} />
      {lines.map((line, place) => (
        <TextField
          key={line.personId}
          {...field(hoursField(place) as 'seen')}
          label={line.name}
          hint={`${t('groupHours.roster.promised', { hours: hours(line.promisedMinutes) })} ${said(line)}`}
          width="short"
        />
      ))}
      <ButtonRow>
        <Button>{t('groupHours.roster.keep')}</Button>
        <ButtonLink to={`/app/groups/${groupId}/hours`} kind="quiet">
          {t('shell.cancel')}
        </ButtonLink>
      </ButtonRow>
    </Form>
  )
}
