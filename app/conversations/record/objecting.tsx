import { useRevalidator } from '@remix-run/react'
import { useState } from 'react'
import { useWords } from '~/language/words'
import { Button, ButtonRow } from '~/ui/button'
import { Notice } from '~/ui/notice'
import { TextArea } from '~/ui/text-area'
import { objectionBody, type RecordKey } from './bodies.client'
import { LengthSaid, SoftWarning, useTooLong } from './length'
import { cleaned } from './pasted'
import { send } from './sending.client'
import { most } from './words'

/** Lets the employee put their own remark beside the text, at any time. */
export function RecordObjecting({ of, now }: { of: RecordKey; now: string }) {
  const { t } = useWords()
  const { revalidate } = useRevalidator()
  const [text, setText] = useState(now)
  const [busy, setBusy] = useState(false)
  const [said, setSaid] = useState<{ done: boolean; text: string }>()
  const tooLong = useTooLong(text, most.objection)
  const save = async () => {
    if (tooLong) return document.getElementById('field-record-objection')?.focus()
    setBusy(true)
    const sent = await send(
      of.conversationId,
      await objectionBody(of, cleaned(text).trim()),
      t('record.refused.unreachable'),
    )
    setBusy(false)
    setSaid(sent.ok ? { done: true, text: t('record.objection.done') } : { done: false, text: sent.trouble.message })
    revalidate()
  }
  return (
    <details>
      <summary>{t(now ? 'record.objection.change' : 'record.objection.add')}</summary>
      <div className="flow">
        <p>{t('record.objection.text')}</p>
        <TextArea
          name="record-objection"
          label={t('record.objection.label')}
          error={tooLong}
          value={text}
          onChange={event => setText(event.target.value)}
        />
        <LengthSaid text={text} limit={most.objection} />
        <SoftWarning text={text} />
        {said && <Notice kind={said.done ? 'done' : 'warning'}>{said.text}</Notice>}
        <ButtonRow>
          <Button type="button" kind="quiet" busy={busy} onClick={save}>
            {t('record.objection.submit')}
          </Button>
        </ButtonRow>
      </div>
    </details>
  )
}
