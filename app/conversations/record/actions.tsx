import { useWords } from '~/language/words'
import { DayText } from '~/ui/day'
import { Table } from '~/ui/table'
import type { RecordShown } from './shown'
import type { ActionWritten } from './words'

type ActionsProps = { record: Pick<RecordShown, 'employee' | 'lead'>; actions: readonly ActionWritten[] }

/** What was agreed, as a table. */
export function ActionsReading({ record, actions }: ActionsProps) {
  const { t } = useWords()
  const ownerOf = useOwnerWords(record)
  const rows = actions.map((action, row) => ({ ...action, key: String(row) }))
  return (
    <Table
      caption={t('record.actions.title')}
      captionHidden
      rows={rows}
      keyOf={({ key }) => key}
      columns={[
        { label: t('record.actions.text'), cell: ({ text }) => text },
        { label: t('record.actions.owner'), cell: ({ owner }) => ownerOf(owner) },
        { label: t('record.actions.dueOn'), cell: ({ dueOn }) => <DayOrNone day={dueOn} /> },
        { label: t('record.actions.doneOn'), cell: ({ doneOn }) => <DayOrNone day={doneOn} /> },
      ]}
    />
  )
}

const DayOrNone = ({ day }: { day: string }) => (day ? <DayText day={day} /> : <>–</>)

/** Returns how the owner of an agreement is called: the two by name. */
export function useOwnerWords({ employee, lead }: Pick<RecordShown, 'employee' | 'lead'>) {
  const { t } = useWords()
  return (owner: ActionWritten['owner']) =>
    owner === 'management' ? t('record.actions.management') : owner === 'employee' ? employee.name : lead.name
}
