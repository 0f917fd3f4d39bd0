import { useWords } from '~/language/words'
import { DayText } from '~/ui/day'
import { Notice } from '~/ui/notice'
import { Table } from '~/ui/table'
import type { OpenedVersion } from './opening.client'
import type { RecordShown } from './shown'
import type { ActionWritten, SharedWords } from './words'

type ReadingProps = { record: RecordShown; version: OpenedVersion }

/** The words of one version, with the objection beside them and the days on which both said that it is right. */
export function RecordReading({ record, version }: ReadingProps) {
  const { t } = useWords()
  const { shared, own, objection, followUpOn } = version
  if (!shared) return <Notice kind="warning">{t('record.notOpening')}</Notice>
  return (
    <div className="record-sheet flow">
      <SharedReading record={record} shared={shared} />
      {own && <Words title={t('record.own.title', { name: record.employee.name })} text={own} />}
      {objection && (
        <div className="record-objection flow">
          <Words title={t('record.objection.title', { name: record.employee.name })} text={objection} />
        </div>
      )}
      {followUpOn && (
        <p>
          {t('record.followUp.said')} <DayText day={followUpOn} />
        </p>
      )}
      <Approvals record={record} version={version} />
    </div>
  )
}

/** What both write: topics, text and agreements. */
export function SharedReading({
  record,
  shared,
}: {
  record: Pick<RecordShown, 'employee' | 'lead'>
  shared: SharedWords
}) {
  const { t } = useWords()
  const { topics, text, actions } = shared
  return (
    <>
      <h3>{t('record.topics.title')}</h3>
      {topics.length === 0 ? (
        <p className="note">{t('record.topics.none')}</p>
      ) : (
        <ul>
          {topics.map(topic => (
            <li key={topic}>{t(`record.topic.${topic}`)}</li>
          ))}
        </ul>
      )}
      <Words title={t('record.text.title')} text={text} />
      <h3>{t('record.actions.title')}</h3>
      {actions.length === 0 ? <p className="note">{t('record.actions.none')}</p> : <Actions {...{ record, actions }} />}
    </>
  )
}

function Words({ title, text }: { title: string; text: string }) {
  const { t } = useWords()
  return (
    <>
      <h3>{title}</h3>
      {text ? <p className="record-words">{text}</p> : <p className="note">{t('record.text.none')}</p>}
    </>
  )
}

function Actions({
  record,
  actions,
}: {
  record: Pick<RecordShown, 'employee' | 'lead'>
  actions: readonly ActionWritten[]
}) {
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

function Approvals({ record, version }: ReadingProps) {
  const { t } = useWords()
  const said = [
    { name: record.lead.name, on: version.leadAgreedOn },
    { name: record.employee.name, on: version.employeeAgreedOn },
  ]
  return (
    <ul className="record-approvals">
      {said.map(({ name, on }) => (
        <li key={name} data-said={on !== null}>
          {name}: {on ? t('record.agree.said') : t('record.agree.notYet')} {on && <DayText day={on} />}
        </li>
      ))}
    </ul>
  )
}
