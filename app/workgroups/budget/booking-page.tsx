import { Form } from '@remix-run/react'
import { useWords } from '~/language/words'
import type { FileRefusal, KeptFile } from '~/promises/evidence/kinds'
import { useAmountsInWords } from '~/ui/amount'
import { Button, ButtonLink, ButtonRow } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { ErrorSummary } from '~/ui/error-summary'
import { SelectField, TextField } from '~/ui/field'
import type { FormFailure } from '~/ui/form-problems'
import { Notice } from '~/ui/notice'
import { Page } from '~/ui/page'
import { TextArea } from '~/ui/text-area'
import { useZodForm } from '~/ui/use-zod-form'
import { BookingPreview } from './booking-preview'
import { bookingForm, longestWhat, type TillDeed } from './form'
import type { Balances, Booking, TillRefusal } from './rules'

/** What was typed and looked at: it waits in the page until it is booked. */
export type Looked = {
  amount: string
  cents: number
  decision: string
  what: string
  file?: KeptFile & { content: string; seal: string }
}

export type BookingPageProps = {
  group: { id: string; name: string }
  deed: TillDeed
  budget: { balances: Balances; booked: number }
  decisions: { proposalId: string; title: string; leftCents: number }[]
  original?: Booking & { what: string }
  failed?: FormFailure
  refused?: TillRefusal
  fileRefused?: FileRefusal
  looked?: Looked
}

/** One deed at the till: write it, see what it does, then book it for good. */
export function BookingPage(props: BookingPageProps) {
  const { t } = useWords()
  const { deed, group, decisions, looked, refused } = props
  const hasNoDecision = (deed === 'expense' || deed === 'release') && decisions.length === 0
  return (
    <Page title={t(`budget.deed.${deed}.title`)} kicker={group.name} lead={t(`budget.deed.${deed}.lead`)}>
      {refused && <Notice kind="warning">{t(`budget.refused.${refused}`)}</Notice>}
      {hasNoDecision && <EmptyState title={t('budget.form.noDecision')}>{t('budget.form.noDecisionText')}</EmptyState>}
      {looked && <BookingPreview {...props} looked={looked} />}
      {!looked && !hasNoDecision && <BookingWriting {...props} />}
    </Page>
  )
}

function BookingWriting({ group, deed, budget, decisions, original, failed, fileRefused }: BookingPageProps) {
  const { t, language } = useWords()
  const { errors, formProps, field } = useZodForm(bookingForm(deed, language), { failed })
  const { defaultValue: _, ...file } = field('file')
  const refusal = fileRefused && { name: 'file', message: t(`evidence.refused.${fileRefused}`) }
  return (
    <Form {...formProps} encType="multipart/form-data" className="flow">
      <ErrorSummary errors={refusal ? [...errors, refusal] : errors} />
      <input type="hidden" name="seen" value={budget.booked} />
      {original && <Original original={original} />}
      {(deed === 'expense' || deed === 'release') && <DecisionField {...field('decision')} decisions={decisions} />}
      {deed !== 'correction' && (
        <TextField
          {...field('amount')}
          label={t('budget.form.amount')}
          hint={t('budget.form.amountHint')}
          inputMode="decimal"
          width="short"
          autoComplete="off"
        />
      )}
      <TextArea
        {...field('what')}
        label={t(`budget.form.what.${deed}`)}
        hint={t('budget.form.whatHint')}
        maxLength={longestWhat}
        rows={2}
      />
      {deed === 'expense' && (
        <TextField
          {...file}
          type="file"
          accept=".pdf,.png,.jpg,.jpeg"
          label={t('budget.form.receipt')}
          hint={t('budget.form.receiptHint')}
          error={refusal?.message ?? file.error}
        />
      )}
      <ButtonRow>
        <Button name="step" value="preview">
          {t('budget.form.preview')}
        </Button>
        <ButtonLink to={`/app/groups/${group.id}/budget`} kind="quiet">
          {t('shell.cancel')}
        </ButtonLink>
      </ButtonRow>
    </Form>
  )
}

function Original({ original: { number, what, cents } }: { original: Booking & { what: string } }) {
  const { t } = useWords()
  const { money } = useAmountsInWords()
  return <Notice>{t('budget.form.original', { number, what, money: money(cents) })}</Notice>
}

type DecisionProps = { name: string; error?: string; defaultValue?: string } & Pick<BookingPageProps, 'decisions'>

function DecisionField({ decisions, ...field }: DecisionProps) {
  const { t } = useWords()
  const { money } = useAmountsInWords()
  return (
    <SelectField {...field} label={t('budget.form.decision')} hint={t('budget.form.decisionHint')}>
      {decisions.map(({ proposalId, title, leftCents }) => (
        <option key={proposalId} value={proposalId}>
          {t('budget.form.decisionLeft', { title, money: money(leftCents) })}
        </option>
      ))}
    </SelectField>
  )
}
