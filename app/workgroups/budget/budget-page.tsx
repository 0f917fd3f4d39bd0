import { useWords } from '~/language/words'
import { useAmountsInWords } from '~/ui/amount'
import { ButtonLink, ButtonRow } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { Notice } from '~/ui/notice'
import { Page, Section } from '~/ui/page'
import { PrintButton } from '~/ui/print-button'
import { Accounts } from './accounts'
import { type BookingRow, BookingsList } from './bookings-list'
import { BurnDown } from './burn-down'
import type { Forecast, MonthLeft } from './forecast'
import type { Balances } from './rules'

type BudgetShown = { balances: Balances; booked: number; leftCents: number; givenCents: number; takenBackCents: number }
/** What the reader may do here: what is the group's, and what is management's. */
export type MayBook = { group: boolean; management: boolean }

type BudgetPageProps = {
  group: { id: string; name: string }
  budget: BudgetShown
  months: MonthLeft[]
  forecast: Forecast
  waiting: { id: string; title: string; cents: number }[]
  list: { page: number; pages: number; rows: BookingRow[] }
  may: MayBook
}

/** What a group has left, in words first; then where it went, how long it lasts, and every booking. */
export function BudgetPage({ group, budget, months, forecast, waiting, list, may }: BudgetPageProps) {
  const { t } = useWords()
  const { money } = useAmountsInWords()
  const { leftCents, givenCents, booked, balances } = budget
  const left = { left: money(leftCents), given: money(givenCents), free: money(balances.free) }
  return (
    <Page title={t('budget.title')} kicker={group.name}>
      {booked > 0 && <p className="headline">{t('budget.left', left)}</p>}
      {booked > 0 && <p>{t('budget.free', left)}</p>}
      <Flags takenBackCents={budget.takenBackCents} waiting={waiting} />
      {booked === 0 && <EmptyState title={t('budget.none')}>{t('budget.noneText')}</EmptyState>}
      <Deeds groupId={group.id} may={may} />
      {booked > 0 && (
        <>
          <Accounts balances={balances} />
          <BurnDown months={months} forecast={forecast} />
          <BookingsList groupId={group.id} {...list} may={may} />
          <Take groupId={group.id} />
        </>
      )}
    </Page>
  )
}

type FlagsProps = Pick<BudgetShown, 'takenBackCents'> & Pick<BudgetPageProps, 'waiting'>

function Flags({ takenBackCents, waiting }: FlagsProps) {
  const { t } = useWords()
  const { money } = useAmountsInWords()
  return (
    <>
      {takenBackCents > 0 && (
        <Notice kind="warning" title={t('budget.cutTitle')}>
          {t('budget.cutText', { money: money(takenBackCents) })}
        </Notice>
      )}
      {waiting.map(({ id, title, cents }) => (
        <Notice key={id} kind="warning" title={t('budget.waitingTitle', { title })}>
          {t('budget.waitingText', { money: money(cents) })}
        </Notice>
      ))}
    </>
  )
}

function Deeds({ groupId, may }: { groupId: string; may: MayBook }) {
  const { t } = useWords()
  const own = [
    ...(may.group ? (['expense', 'release'] as const) : []),
    ...(may.management ? (['grant', 'cut'] as const) : []),
  ]
  if (own.length === 0) return null
  return (
    <div className="no-print">
      <ButtonRow>
        {own.map((deed, place) => (
          <ButtonLink key={deed} to={`/app/groups/${groupId}/budget/${deed}`} kind={place === 0 ? 'main' : 'quiet'}>
            {t(`budget.deed.${deed}.short`)}
          </ButtonLink>
        ))}
      </ButtonRow>
    </div>
  )
}

function Take({ groupId }: { groupId: string }) {
  const { t } = useWords()
  const here = `/app/groups/${groupId}/budget`
  return (
    <div className="no-print">
      <Section title={t('budget.take.title')}>
        <ul>
          <li>
            <a href={`${here}.csv`}>{t('budget.take.csv')}</a>
          </li>
          <li>
            <a href={`${here}.xlsx`}>{t('budget.take.xlsx')}</a>
          </li>
        </ul>
        <PrintButton kind="quiet">{t('budget.take.print')}</PrintButton>
      </Section>
    </div>
  )
}
