import { Form } from '@remix-run/react'
import { useWords } from '~/language/words'
import { useAmountsInWords } from '~/ui/amount'
import { Button, ButtonLink, ButtonRow } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { SelectField, TextField } from '~/ui/field'
import { Notice } from '~/ui/notice'
import { TextArea } from '~/ui/text-area'
import { useZodForm } from '~/ui/use-zod-form'
import type { BookingPageProps } from './booking-page'
import { bookingForm, longestWhat } from './form'
import type { Booking } from './rules'

type WritingProps = Omit<BookingPageProps, 'looked' | 'refused'>

/** The first step at the till: what, how much, by which decision, and the receipt. */
export function BookingWriting({ failed, fileRefused, ...props }: WritingProps) {
  const { t, language } = useWords()
  const { group, deed, budget, original, decisions } = props
  const defaults = { seen: `${budget.booked}`, decision: decisions[0]?.proposalId }
  const { errors, formProps, field } = useZodForm(bookingForm(deed, language), { failed, defaults })
  const refusal = fileRefused && { name: 'file', message: t(`evidence.refused.${fileRefused}`) }
  return (
    <Form {...formProps} encType="multipart/form-data" className="flow">
      <ErrorSummary errors={refusal ? [...errors, refusal] : errors} />
      <input type="hidden" name="seen" value={budget.booked} />
      {original && <Original original={original} />}
      <Fields {...props} field={field} fileError={refusal?.message} />
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

type Field = (name: 'decision' | 'amount' | 'what' | 'file') => { name: string; defaultValue?: string; error?: string }
type FieldsProps = Pick<BookingPageProps, 'deed' | 'decisions'> & { field: Field; fileError?: string }

function Fields({ deed, decisions, field, fileError }: FieldsProps) {
  const { t } = useWords()
  const { defaultValue: _, ...file } = field('file')
  return (
    <>
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
          error={fileError ?? file.error}
        />
      )}
    </>
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
