import { useRevalidator } from '@remix-run/react'
import { useState } from 'react'
import { useWords } from '~/language/words'
import { Button, ButtonRow } from '~/ui/button'
import { Notice } from '~/ui/notice'
import type { OpenedVersion } from './opening.client'
import { send } from './sending.client'
import type { RecordShown } from './shown'

type DroppingProps = { record: Pick<RecordShown, 'conversationId'>; draft: OpenedVersion }

/** Lets a newer version go that the two do not want after all; what they agreed to stays as it is. */
export function RecordDropping({ record: { conversationId }, draft: { version, revision } }: DroppingProps) {
  const { t } = useWords()
  const { revalidate } = useRevalidator()
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<string>()
  const drop = async () => {
    setBusy(true)
    const body = { intent: 'dropVersion', version, revision } as const
    const sent = await send(conversationId, body, t('record.refused.unreachable'))
    setBusy(false)
    setRefused(sent.ok ? undefined : sent.trouble.message)
    revalidate()
  }
  return (
    <details>
      <summary>{t('record.drop.title')}</summary>
      <div className="flow">
        <p>{t('record.drop.text')}</p>
        {refused && <Notice kind="warning">{refused}</Notice>}
        <ButtonRow>
          <Button type="button" kind="warning" busy={busy} onClick={drop}>
            {t('record.drop.submit')}
          </Button>
        </ButtonRow>
      </div>
    </details>
  )
}
