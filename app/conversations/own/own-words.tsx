import { useEffect, useState } from 'react'
import { useWords } from '~/language/words'
import { Button, ButtonRow } from '~/ui/button'
import { useDayInWords } from '~/ui/day'
import { Notice } from '~/ui/notice'
import { Section } from '~/ui/page'
import { saveAs } from '~/ui/saved-file'
import { PlanText } from '../plan/plan-text'
import { SharedReading } from '../record/reading'
import { WithOwnKey } from '../sealing/own-key'
import { writeEverything } from './file'
import { type InHand, openAll, type RecordInHand } from './open-all.client'
import type { Everything } from './shown'

type AllProps = { all: Everything; name: string }

/** What is sealed: the words of records and plan, which only the browser of whoever they belong to opens. */
export function OwnWords({ all, name }: AllProps) {
  const { t } = useWords()
  if (all.records.length === 0 && !all.plan)
    return (
      <Section title={t('own.words.title')}>
        <p>{t('own.words.none')}</p>
      </Section>
    )
  return (
    <Section title={t('own.words.title')}>
      <p>{t('own.words.text')}</p>
      <WithOwnKey stored={all.stored} personId={all.personId}>
        {opener => <Opened all={all} name={name} opener={opener} />}
      </WithOwnKey>
    </Section>
  )
}

function Opened({ all, name, opener }: AllProps & { opener: CryptoKey }) {
  const { t } = useWords()
  const [inHand, setInHand] = useState<InHand>()
  useEffect(() => void openAll(all, opener).then(setInHand), [all, opener])
  if (!inHand) return <p role="status">{t('own.words.opening')}</p>
  const save = () => {
    const records = Object.fromEntries(inHand.records.map(one => [one.record.conversationId, one.opened]))
    saveAs(t('own.file.name'), writeEverything(all, { records, plan: inHand.plan }))
  }
  return (
    <>
      <ButtonRow>
        <Button type="button" onClick={save}>
          {t('own.file.saveWithWords')}
        </Button>
      </ButtonRow>
      {inHand.records.map(one => (
        <OwnRecordText key={one.record.conversationId} inHand={one} name={name} />
      ))}
      {all.plan && (
        <>
          <h3>{t('plan.title')}</h3>
          {inHand.plan ? (
            <PlanText plan={inHand.plan} reviewOn={all.plan.reviewOn} />
          ) : (
            <Notice kind="warning">{t('own.words.notOpening')}</Notice>
          )}
        </>
      )}
    </>
  )
}

function OwnRecordText({ inHand: { record, opened }, name }: { inHand: RecordInHand; name: string }) {
  const { t } = useWords()
  const inWords = useDayInWords()
  const date = record.heldOn ? inWords(record.heldOn, 'short') : '–'
  const versions = [opened?.agreed, opened?.draft].filter(version => version !== undefined)
  const two = { employee: { id: '', name }, lead: { id: '', name: record.with, hasLeft: false } }
  return (
    <article className="flow">
      <h3>{t('own.words.record', { name: record.with, date })}</h3>
      {versions.length === 0 && <Notice kind="warning">{t('own.words.notOpening')}</Notice>}
      {versions.map(({ version, shared, own, objection }) => (
        <div className="flow" key={version}>
          {shared && <SharedReading record={two} shared={shared} />}
          {own && <p className="record-words">{own}</p>}
          {objection && <p className="record-words">{objection}</p>}
        </div>
      ))}
    </article>
  )
}
