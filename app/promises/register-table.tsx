import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useWords } from '~/language/words'
import { Gone } from '~/ledger/erasures/erased-words'
import { DayText } from '~/ui/day'
import { useCarriedLanguage } from '~/ui/masthead'
import { Table } from '~/ui/table'
import { StatusWord } from './status-word'
import type { RegisterHome } from './visibility'
import type { PromiseStatus } from './words'

/** As much of a promise as a line shows. */
export type RegisterRow = {
  id: string
  text: string
  dueOn: string
  status: PromiseStatus
  isOverdue: boolean
  isAmended: boolean
  lastMovedOn: string
}

type RegisterTableProps = { rows: readonly RegisterRow[]; home: RegisterHome; count: number }

/** One line per promise: what it says, when it is due, how it stands. */
export function RegisterTable({ rows, home, count }: RegisterTableProps) {
  const { t } = useWords()
  const columns = [
    {
      label: t('promises.column.promise'),
      cell: (row: RegisterRow) => (
        <span>
          <PromiseLink promise={row} home={home} />
          {row.isAmended && <small className="note"> ({t('promises.amended')})</small>}
        </span>
      ),
    },
    { label: t('promises.column.due'), cell: ({ dueOn }: RegisterRow) => <DayText day={dueOn} /> },
    { label: t('promises.column.status'), cell: (row: RegisterRow) => <StatusWord {...row} /> },
    { label: t('promises.column.moved'), cell: ({ lastMovedOn }: RegisterRow) => <DayText day={lastMovedOn} /> },
  ]
  return <Table caption={t('promises.caption', { count })} columns={columns} rows={rows} keyOf={({ id }) => id} />
}

type PromiseLinkProps = { promise: Pick<RegisterRow, 'id' | 'text'>; home: RegisterHome }

/** The words of a promise as the way to its page; its number, when the words were erased. */
export function PromiseLink({ promise: { id, text }, home }: PromiseLinkProps): ReactNode {
  const { t } = useWords()
  const here = useCarriedLanguage()
  return (
    <Link className="promise-link" to={here(`${home}/${id}`)}>
      {text || <Gone id={id} part="text" otherwise={t('promises.name', { id })} />}
    </Link>
  )
}
