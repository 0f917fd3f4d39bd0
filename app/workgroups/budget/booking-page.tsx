import { useWords } from '~/language/words'
import type { FileRefusal, KeptFile } from '~/promises/evidence/kinds'
import { EmptyState } from '~/ui/empty-state'
import type { FormFailure } from '~/ui/form-problems'
import { Notice } from '~/ui/notice'
import { Page } from '~/ui/page'
import { BookingPreview } from './booking-preview'
import { BookingWriting } from './booking-writing'
import type { TillDeed } from './form'
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
