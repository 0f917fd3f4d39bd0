import { useRevalidator } from '@remix-run/react'
import { useState } from 'react'
import { useWords } from '~/language/words'
import { Button, ButtonRow } from '~/ui/button'
import { DateField, SelectField } from '~/ui/field'
import { Notice } from '~/ui/notice'
import { type RecordKey, shareBody } from './bodies.client'
import { KeyDigits } from './digits'
import { shareRoles } from './rules'
import { fetchPublicKey, send } from './sending.client'
import type { Candidate, RecordShown } from './shown'

type Sharing = NonNullable<RecordShown['sharing']>
type SharingProps = { record: RecordShown; of: RecordKey; sharing: Sharing }

/** Lets the employee share what both agreed to with one person, by name and until a day. */
export function RecordSharing({ record, of, sharing }: SharingProps) {
  const { t } = useWords()
  const { revalidate } = useRevalidator()
  const [personId, setPersonId] = useState('')
  const [endsOn, setEndsOn] = useState(sharing.usualEnd)
  const [publicKey, setPublicKey] = useState<string>()
  const [said, setSaid] = useState<{ done: boolean; text: string }>()
  const chosen = sharing.candidates.find(one => one.id === personId)
  const choose = async (id: string) => {
    setPersonId(id)
    setPublicKey(undefined)
    setSaid(undefined)
    setPublicKey(id ? await fetchPublicKey(of.conversationId, id) : undefined)
  }
  const share = async () => {
    if (!chosen || !publicKey) return setSaid({ done: false, text: t('record.share.chooseFirst') })
    const body = await shareBody(of, { personId, publicKey }, endsOn)
    const sent = await send(of.conversationId, body, t('record.refused.unreachable'))
    const done = t('record.share.done', { name: chosen.name })
    setSaid(sent.ok ? { done: true, text: done } : { done: false, text: sent.trouble.message })
    if (sent.ok) setPersonId('')
    revalidate()
  }
  return (
    <details>
      <summary>{t('record.share.title')}</summary>
      <div className="flow">
        <p>{t('record.share.text')}</p>
        <Candidates candidates={sharing.candidates} chosen={personId} choose={choose} />
        <DateField
          name="record-endsOn"
          label={t('record.share.endsOn')}
          hint={t('record.share.endsOnHint')}
          min={record.today}
          max={record.keptUntil ?? undefined}
          value={endsOn}
          onChange={event => setEndsOn(event.target.value)}
        />
        {chosen && publicKey && <KeyDigits publicKey={publicKey} name={chosen.name} />}
        {said && <Notice kind={said.done ? 'done' : 'warning'}>{said.text}</Notice>}
        <ButtonRow>
          <Button type="button" kind="quiet" onClick={share}>
            {t('record.share.submit')}
          </Button>
        </ButtonRow>
      </div>
    </details>
  )
}

type CandidatesProps = { candidates: readonly Candidate[]; chosen: string; choose: (id: string) => void }

function Candidates({ candidates, chosen, choose }: CandidatesProps) {
  const { t } = useWords()
  const rolesOf = ({ roles }: Candidate) =>
    shareRoles
      .filter(role => roles.includes(role))
      .map(role => t(`people.role.${role}`))
      .join(', ')
  return (
    <SelectField
      name="record-with"
      label={t('record.share.with')}
      hint={t('record.share.withHint')}
      value={chosen}
      onChange={event => choose(event.target.value)}
    >
      <option value="">{t('record.share.choose')}</option>
      {candidates.map(one => (
        <option key={one.id} value={one.id}>
          {one.name} ({rolesOf(one)})
        </option>
      ))}
    </SelectField>
  )
}
