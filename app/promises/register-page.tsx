import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useWords } from '~/language/words'
import { Button } from '~/ui/button'
import { DayText } from '~/ui/day'
import { EmptyState } from '~/ui/empty-state'
import { SelectField, TextField } from '~/ui/field'
import { useCarriedLanguage } from '~/ui/masthead'
import { Page } from '~/ui/page'
import { Table } from '~/ui/table'
import { type RegisterAsked, registerFilters } from './register'
import { Share, Take } from './register-share'
import type { KeptShare } from './share'
import { StatusWord } from './status-word'
import type { PromiseStatus } from './words'

export type RegisterRow = {
  id: string
  text: string
  dueOn: string
  status: PromiseStatus
  isOverdue: boolean
  isAmended: boolean
  lastMovedOn: string
}
/** All that a page of the register tells; `home` is where its promises live: in public or behind the sign-in. */
export type RegisterPageProps = {
  rows: RegisterRow[]
  asked: RegisterAsked
  share: KeptShare
  isEmpty: boolean
  home: '/promises' | '/app/promises'
  children?: ReactNode
}

/** Everything that was promised, what waits longest first, and the share that was kept with its counts. */
export function RegisterPage({ rows, asked, share, isEmpty, home, children }: RegisterPageProps) {
  const { t } = useWords()
  return (
    <Page title={t('promises.title')} lead={t('promises.lead')}>
      {children}
      {!isEmpty && <Filters asked={asked} home={home} />}
      {rows.length > 0 ? <Rows rows={rows} home={home} /> : <Nothing isEmpty={isEmpty} home={home} />}
      {!isEmpty && <Share share={share} />}
      <Take />
    </Page>
  )
}

/** A plain form: the address carries the question, so that it can be sent to somebody else. */
function Filters({ asked, home }: Pick<RegisterPageProps, 'asked' | 'home'>) {
  const { t, language } = useWords()
  return (
    <form method="get" action={home} className="register-filters no-print">
      {home === '/promises' && <input type="hidden" name="lang" value={language} />}
      <SelectField name="status" label={t('promises.filter.label')} defaultValue={asked.filter}>
        {registerFilters.map(filter => (
          <option key={filter} value={filter}>
            {t(`promises.filter.${filter}`)}
          </option>
        ))}
      </SelectField>
      <TextField name="q" label={t('promises.filter.search')} type="search" defaultValue={asked.search} />
      <Button kind="quiet">{t('promises.filter.submit')}</Button>
    </form>
  )
}

function Rows({ rows, home }: Pick<RegisterPageProps, 'rows' | 'home'>) {
  const { t } = useWords()
  const here = useCarriedLanguage()
  const columns = [
    {
      label: t('promises.column.promise'),
      cell: ({ id, text, isAmended }: RegisterRow) => (
        <span>
          <Link className="promise-link" to={here(`${home}/${id}`)}>
            {text}
          </Link>
          {isAmended && <small className="note"> ({t('promises.amended')})</small>}
        </span>
      ),
    },
    { label: t('promises.column.due'), cell: ({ dueOn }: RegisterRow) => <DayText day={dueOn} /> },
    { label: t('promises.column.status'), cell: (row: RegisterRow) => <StatusWord {...row} /> },
    { label: t('promises.column.moved'), cell: ({ lastMovedOn }: RegisterRow) => <DayText day={lastMovedOn} /> },
  ]
  return <Table caption={t('promises.caption', { count: rows.length })} columns={columns} rows={rows} keyOf={keyOf} />
}

const keyOf = ({ id }: RegisterRow) => id

function Nothing({ isEmpty, home }: Pick<RegisterPageProps, 'isEmpty' | 'home'>) {
  const { t } = useWords()
  const here = useCarriedLanguage()
  if (isEmpty) return <EmptyState title={t('promises.none')} />
  return (
    <EmptyState title={t('promises.noneFound')}>
      <p>
        <Link to={here(home)}>{t('promises.showAll')}</Link>
      </p>
    </EmptyState>
  )
}
