import { useRevalidator } from '@remix-run/react'
import { useState } from 'react'
import { useWords } from '~/language/words'
import { Button, ButtonRow } from '~/ui/button'
import { Checkbox } from '~/ui/choice'
import { Notice } from '~/ui/notice'
import { sealTopics } from '../figures/topics.client'
import type { OpenedVersion } from './opening.client'
import { send } from './sending.client'
import type { RecordShown } from './shown'

type AgreeingProps = { record: RecordShown; draft: OpenedVersion }

/** Lets the lead say first, and the employee last, that a version is right. */
export function RecordAgreeing({ record, draft }: AgreeingProps) {
  const { t } = useWords()
  const { me, lead, employee } = record
  if (lead.hasLeft) return <Notice kind="warning">{t('record.refused.leadLeft')}</Notice>
  if (!record.acts.includes('agree')) return null
  if (me.standing === 'lead' && draft.leadAgreedOn)
    return <p>{t('record.agree.waitsForEmployee', { name: employee.name })}</p>
  if (me.standing === 'employee' && !draft.leadAgreedOn)
    return <p>{t('record.agree.waitsForLead', { name: lead.name })}</p>
  return <AgreeButton record={record} draft={draft} />
}

function AgreeButton({ record, draft }: AgreeingProps) {
  const { t } = useWords()
  const { revalidate } = useRevalidator()
  const [counts, setCounts] = useState(true)
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<string>()
  const { conversationId, me, slipPlace } = record
  const agree = async () => {
    setBusy(true)
    const { version, revision, shared } = draft
    const sealed = slipPlace && counts && shared && (await sealTopics(slipPlace, shared.topics))
    const topicSlip = sealed ? { month: slipPlace.month, sealed } : undefined
    const body = { intent: 'agree', version, revision, topicSlip } as const
    const sent = await send(conversationId, body, t('record.refused.unreachable'))
    setBusy(false)
    setRefused(sent.ok ? undefined : sent.trouble.message)
    revalidate()
  }
  return (
    <div className="flow">
      <p>{t(me.standing === 'employee' ? 'record.agree.asEmployee' : 'record.agree.asLead')}</p>
      {slipPlace && (
        <Checkbox
          name="record-count"
          label={t('record.agree.count')}
          hint={t('record.agree.countHint')}
          checked={counts}
          onChange={event => setCounts(event.target.checked)}
        />
      )}
      {refused && <Notice kind="warning">{refused}</Notice>}
      <ButtonRow>
        <Button type="button" busy={busy} onClick={agree}>
          {t('record.agree.submit')}
        </Button>
      </ButtonRow>
    </div>
  )
}
