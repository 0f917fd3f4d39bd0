import { useRevalidator } from '@remix-run/react'
import { useEffect, useState } from 'react'
import { useWords } from '~/language/words'
import { Button, ButtonRow } from '~/ui/button'
import { Notice } from '~/ui/notice'
import { RecordAgreeing } from './agreeing'
import type { Base } from './bodies.client'
import { RecordDropping } from './dropping'
import { RecordObjecting } from './objecting'
import { type OpenedRecord, type OpenedVersion, openRecord } from './opening.client'
import { RecordReading } from './reading'
import { RecordRewrapping } from './rewrapping'
import { RecordSharing } from './sharing'
import type { RecordShown } from './shown'
import { RecordWriting } from './writing'

type DeskProps = { record: RecordShown; opener: CryptoKey }

/** Opens a record in this browser, and offers what its reader may do with it. */
export function RecordDesk({ record, opener }: DeskProps) {
  const { t } = useWords()
  const opened = useOpened(record, opener)
  if (opened === 'opening') return <p role="status">{t('record.opening')}</p>
  if (!opened)
    return (
      <Notice kind="warning" title={t('record.noAccess.title')}>
        <p>{t('record.noAccess.text', { name: otherName(record) })}</p>
      </Notice>
    )
  return <OpenDesk record={record} opened={opened} />
}

const otherName = ({ me, employee, lead }: RecordShown) => (me.standing === 'employee' ? lead.name : employee.name)

/** While a newer answer of the server is opened, what was open stays in sight. */
function useOpened(record: RecordShown, opener: CryptoKey): OpenedRecord | 'opening' | undefined {
  const [opened, setOpened] = useState<OpenedRecord | 'opening' | undefined>('opening')
  useEffect(() => {
    let isCurrent = true
    void openRecord(record, opener).then(now => isCurrent && setOpened(now))
    return () => {
      isCurrent = false
    }
  }, [record, opener])
  return opened
}

function OpenDesk({ record, opened }: { record: RecordShown; opened: OpenedRecord }) {
  const { agreed, draft, key } = opened
  const { base, write, stop, done } = useWriting(opened)
  const shown = draft ?? agreed
  if (!shown) return null
  if (base) return <RecordWriting {...{ record, base, stop, done }} of={key} from={shown} />
  return (
    <>
      {draft && <Draft record={record} draft={draft} write={() => write(seenOf(draft))} />}
      {agreed && <Agreed record={record} agreed={agreed} write={() => write({ from: agreed.version })} />}
      {record.acts.includes('object') && <RecordObjecting of={key} now={shown.objection} />}
      {record.sharing && <RecordSharing record={record} of={key} sharing={record.sharing} />}
      {record.acts.includes('rewrap') && <RecordRewrapping record={record} of={key} />}
    </>
  )
}

/** Whoever wrote stays with what they typed until the saved text is there to read. A record without a word begins with writing. */
function useWriting(opened: OpenedRecord) {
  const { revalidate } = useRevalidator()
  const { draft } = opened
  const isEmpty = draft?.version === 1 && draft.revision === 1
  const [base, setBase] = useState<Base | undefined>(isEmpty ? seenOf(draft) : undefined)
  const [savedOver, setSavedOver] = useState<OpenedRecord>()
  useEffect(() => {
    if (!savedOver || savedOver === opened) return
    setBase(undefined)
    setSavedOver(undefined)
  }, [savedOver, opened])
  const stop = () => setBase(undefined)
  const done = () => {
    setSavedOver(opened)
    revalidate()
  }
  return { base, write: setBase, stop, done }
}

const seenOf = ({ version, revision }: OpenedVersion) => ({ version, revision })

function Draft({ record, draft, write }: { record: RecordShown; draft: OpenedVersion; write: () => void }) {
  const { t } = useWords()
  return (
    <section className="flow" aria-labelledby="record-draft">
      <h2 id="record-draft">{t(record.agreed ? 'record.draft.newer' : 'record.draft.title')}</h2>
      <RecordReading record={record} version={draft} />
      <WriteButton may={record.acts.includes('save')} label={t('record.draft.change')} write={write} />
      <RecordAgreeing record={record} draft={draft} />
      {record.acts.includes('dropVersion') && <RecordDropping record={record} draft={draft} />}
    </section>
  )
}

function Agreed({ record, agreed, write }: { record: RecordShown; agreed: OpenedVersion; write: () => void }) {
  const { t } = useWords()
  return (
    <section className="flow" aria-labelledby="record-agreed">
      <h2 id="record-agreed">{t('record.agreed.title')}</h2>
      {record.draft && <p>{t('record.agreed.until')}</p>}
      <RecordReading record={record} version={agreed} />
      <WriteButton may={record.acts.includes('newVersion')} label={t('record.agreed.newVersion')} write={write} />
    </section>
  )
}

const WriteButton = ({ may, label, write }: { may: boolean; label: string; write: () => void }) =>
  may ? (
    <ButtonRow>
      <Button type="button" kind="quiet" onClick={write}>
        {label}
      </Button>
    </ButtonRow>
  ) : null
