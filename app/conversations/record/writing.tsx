import { useState } from 'react'
import { useWords } from '~/language/words'
import { Button, ButtonRow } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { Notice } from '~/ui/notice'
import type { Base, RecordKey } from './bodies.client'
import { RecordConflict } from './conflict'
import { RecordFields } from './fields'
import type { OpenedVersion } from './opening.client'
import { useSaving } from './saving'
import type { RecordShown } from './shown'
import { softWordsIn } from './soft-words'
import { StayOrLeave } from './unsaved'
import { nothingWritten, type Typed } from './words'

type WritingProps = {
  record: RecordShown
  of: RecordKey
  base: Base
  from: OpenedVersion
  stop: () => void
  done: () => void
}

/** Where one of the two writes. What is typed stays in this browser until it is sealed. */
export function RecordWriting({ record, of, base, from, stop, done }: WritingProps) {
  const { t } = useWords()
  const isEmployee = record.me.standing === 'employee'
  const [before] = useState<Typed>(() => typedFrom(from, isEmployee))
  const [typed, setTyped] = useState(before)
  const [warned, setWarned] = useState('')
  const saving = useSaving({ of, base, done })
  const soft = softIn(typed)
  const isChanged = JSON.stringify(typed) !== JSON.stringify(before)
  const isWarned = soft !== '' && warned === soft
  const save = () => {
    if (!saving.check(typed)) return
    setWarned(soft)
    if (soft === '' || isWarned) void saving.save(typed)
  }
  const errorOf = (name: string) => saving.errors.find(error => error.name === name)?.message
  const fields = <RecordFields record={record} typed={typed} change={setTyped} errorOf={errorOf} />
  return (
    <div className="flow record-writing">
      <h2>{t('from' in saving.base ? 'record.write.newVersion' : 'record.write.title')}</h2>
      <p>{t('record.write.may')}</p>
      <p>{t('record.write.mayNot')}</p>
      <ErrorSummary errors={saving.errors} />
      {saving.newer ? (
        <RecordConflict key={saving.newer.nth} record={record} newer={saving.newer}>
          {fields}
        </RecordConflict>
      ) : (
        fields
      )}
      {isWarned && <Notice kind="warning">{t('record.soft.stillSave')}</Notice>}
      {saving.trouble && <Notice kind="warning">{saving.trouble}</Notice>}
      <ButtonRow>
        <Button type="button" busy={saving.busy} onClick={save}>
          {t(isWarned ? 'record.write.saveAnyway' : 'record.write.save')}
        </Button>
        <Button type="button" kind="plain" onClick={stop}>
          {t(isChanged ? 'record.write.discard' : 'record.write.stop')}
        </Button>
      </ButtonRow>
      <StayOrLeave when={isChanged && !saving.busy} />
    </div>
  )
}

const typedFrom = ({ shared = nothingWritten, own, followUpOn }: OpenedVersion, isEmployee: boolean): Typed => ({
  ...{ shared, followUpOn: followUpOn ?? '' },
  ...(isEmployee ? { own } : {}),
})

/** Returns the words that a warning is about, as one text: another word asks for another warning. */
const softIn = ({ shared, own = '' }: Typed): string =>
  [shared.text, own, ...shared.actions.map(({ text }) => text)]
    .flatMap(text => softWordsIn(text))
    .flatMap(({ words }) => words)
    .join()
