import { useWords } from '~/language/words'
import { DayText } from '~/ui/day'
import { Notice } from '~/ui/notice'
import { ActionsReading } from './actions'
import type { OpenedVersion } from './opening.client'
import type { RecordShown } from './shown'
import type { SharedWords } from './words'

type ReadingProps = { record: RecordShown; version: OpenedVersion }

/** The words of one version, with the objection beside them and the days on which both said that it is right. */
export function RecordReading({ record, version }: ReadingProps) {
  const { t } = useWords()
  const { shared, own, objection, followUpOn } = version
  if (!shared) return <Notice kind="warning">{t('record.notOpening')}</Notice>
  return (
    <div className="record-sheet flow">
      <SharedReading record={record} shared={shared} />
      <OwnReading record={record} own={own} />
      {objection && (
        <div className="record-objection flow">
          <Words title={t('record.objection.title', { name: record.employee.name })} text={objection} />
        </div>
      )}
      <FollowUpReading day={followUpOn} />
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
      {actions.length === 0 ? (
        <p className="note">{t('record.actions.none')}</p>
      ) : (
        <ActionsReading {...{ record, actions }} />
      )}
    </>
  )
}

/** The employee's own words, when there are any. */
export function OwnReading({ record, own }: { record: RecordShown; own: string }) {
  const { t } = useWords()
  return own ? <Words title={t('record.own.title', { name: record.employee.name })} text={own} /> : null
}

/** The day on which the two talk again, when there is one. */
export function FollowUpReading({ day }: { day: string | null }) {
  const { t } = useWords()
  if (!day) return null
  return (
    <p>
      {t('record.followUp.said')} <DayText day={day} />
    </p>
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
