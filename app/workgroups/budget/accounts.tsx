import { useWords } from '~/language/words'
import { useAmountsInWords } from '~/ui/amount'
import { Section } from '~/ui/page'
import { Table } from '~/ui/table'
import { accounts, type Balances } from './rules'

/** The four places where money of a group can be; together they hold nought. */
export function Accounts({ balances }: { balances: Balances }) {
  const { t } = useWords()
  const { money } = useAmountsInWords()
  const columns = [
    {
      label: t('budget.accounts.account'),
      cell: (account: (typeof accounts)[number]) => t(`budget.account.${account}`),
    },
    { label: t('budget.accounts.means'), cell: (account: (typeof accounts)[number]) => t(`budget.means.${account}`) },
    {
      label: t('budget.accounts.balance'),
      cell: (account: (typeof accounts)[number]) => money(balances[account]),
      number: true,
    },
  ]
  return (
    <Section title={t('budget.accounts.title')}>
      <p>{t('budget.accounts.lead')}</p>
      <Table caption={t('budget.accounts.title')} captionHidden columns={columns} rows={accounts} keyOf={one => one} />
    </Section>
  )
}
