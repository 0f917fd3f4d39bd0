import { useRevalidator } from '@remix-run/react'
import { useState } from 'react'
import { useWords } from '~/language/words'
import { Button, ButtonRow } from '~/ui/button'
import { useDayInWords } from '~/ui/day'
import { Notice } from '~/ui/notice'
import { beginBody } from './bodies.client'
import { lastBegin } from './days'
import { KeyDigits } from './digits'
import { send } from './sending.client'
import type { RecordShown } from './shown'

/** Asks the employee, and nobody else, whether anything is written down. Without a press there is no record. */
export function RecordBeginning({ record }: { record: RecordShown }) {
  const { t } = useWords()
  const inWords = useDayInWords()
  const { revalidate } = useRevalidator()
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<string>()
  const { conversationId, me, lead, otherKey, heldOn } = record
  if (!otherKey || !me.stored) return <Notice kind="warning">{t('record.refused.otherHasNoKey')}</Notice>
  const two = [
    { personId: me.id, publicKey: me.stored.publicKey },
    { personId: lead.id, publicKey: otherKey },
  ]
  const begin = async () => {
    setBusy(true)
    const sent = await send(conversationId, await beginBody(conversationId, two), t('record.refused.unreachable'))
    setBusy(false)
    if (!sent.ok) setRefused(sent.trouble.message)
    revalidate()
  }
  return (
    <>
      <h2>{t('record.none.title')}</h2>
      <p>{t('record.none.text')}</p>
      <p>{t('record.begin.until', { date: inWords(lastBegin(heldOn), 'short') })}</p>
      <ul>
        {(['purpose', 'both', 'yours', 'kept'] as const).map(point => (
          <li key={point}>{t(`record.begin.${point}`, { name: lead.name })}</li>
        ))}
      </ul>
      {refused && <Notice kind="warning">{refused}</Notice>}
      <details>
        <summary>{t('record.digits.check', { name: lead.name })}</summary>
        <KeyDigits publicKey={otherKey} name={lead.name} />
      </details>
      <ButtonRow>
        <Button type="button" busy={busy} onClick={begin}>
          {t('record.begin.submit')}
        </Button>
      </ButtonRow>
    </>
  )
}
