import { useRevalidator } from '@remix-run/react'
import { useState } from 'react'
import { useWords } from '~/language/words'
import { Button, ButtonRow } from '~/ui/button'
import { Notice } from '~/ui/notice'
import { type RecordKey, rewrapBody } from './bodies.client'
import { KeyDigits } from './digits'
import { send } from './sending.client'
import type { RecordShown } from './shown'

/** Lets one of the two give the other access again, who made a new own key. */
export function RecordRewrapping({ record, of }: { record: RecordShown; of: RecordKey }) {
  const { t } = useWords()
  const { revalidate } = useRevalidator()
  const [said, setSaid] = useState<{ done: boolean; text: string }>()
  const { me, employee, lead, otherKey, readers } = record
  const other = me.standing === 'employee' ? lead : employee
  const holds = readers.find(one => one.id === other.id)?.holdsKey
  if (holds || (other.id === lead.id && lead.hasLeft)) return null
  if (!otherKey) return <p>{t('record.rewrap.noKey', { name: other.name })}</p>
  const give = async () => {
    const body = await rewrapBody(of, { personId: other.id, publicKey: otherKey })
    const sent = await send(of.conversationId, body, t('record.refused.unreachable'))
    setSaid(sent.ok ? { done: true, text: t('record.rewrap.done') } : { done: false, text: sent.trouble.message })
    revalidate()
  }
  return (
    <section className="flow" aria-labelledby="record-rewrap">
      <h2 id="record-rewrap">{t('record.rewrap.title', { name: other.name })}</h2>
      <p>{t('record.rewrap.text', { name: other.name })}</p>
      <KeyDigits publicKey={otherKey} name={other.name} />
      {said && <Notice kind={said.done ? 'done' : 'warning'}>{said.text}</Notice>}
      <ButtonRow>
        <Button type="button" kind="quiet" onClick={give}>
          {t('record.rewrap.submit')}
        </Button>
      </ButtonRow>
    </section>
  )
}
