import type { Dispatch, SetStateAction } from 'react'
import type { Day } from '~/calendar'
import { useWords } from '~/language/words'
import { CheckboxGroup } from '~/ui/choice'
import { DateField } from '~/ui/field'
import { TextArea } from '~/ui/text-area'
import { RecordActions } from './action-fields'
import { lastFollowUp } from './days'
import { LengthSaid, SoftWarning, useTooLong } from './length'
import { cleaned } from './pasted'
import type { RecordShown } from './shown'
import { most, type Topic, type Typed, topics } from './words'

type FieldsProps = {
  record: RecordShown
  typed: Typed
  change: Dispatch<SetStateAction<Typed>>
  errorOf: (name: string) => string | undefined
}

/** The fields of a record. They stand in no form: nothing but the button that seals them sends anything. */
export function RecordFields({ record, typed, change, errorOf }: FieldsProps) {
  const { t } = useWords()
  const { shared, own, followUpOn } = typed
  const share = (part: Partial<Typed['shared']>) => change(now => ({ ...now, shared: { ...now.shared, ...part } }))
  return (
    <>
      <TopicFields chosen={shared.topics} change={chosen => share({ topics: chosen })} />
      <LongText
        name="record-text"
        label={t('record.text.title')}
        hint={t('record.text.hint')}
        limit={most.text}
        text={shared.text}
        change={text => share({ text })}
      />
      <RecordActions
        record={record}
        actions={shared.actions}
        change={actions => share({ actions })}
        errorOf={errorOf}
      />
      <FollowUpField
        {...{ heldOn: record.heldOn, followUpOn, errorOf }}
        change={day => change(now => ({ ...now, followUpOn: day }))}
      />
      {own !== undefined && (
        <LongText
          name="record-own"
          label={t('record.own.label')}
          hint={t('record.own.hint', { name: record.lead.name })}
          limit={most.own}
          text={own}
          change={text => change(now => ({ ...now, own: text }))}
        />
      )}
    </>
  )
}

function TopicFields({ chosen, change }: { chosen: readonly Topic[]; change: (chosen: Topic[]) => void }) {
  const { t } = useWords()
  const tick = (topic: string, on: boolean) => change(topics.filter(one => (one === topic ? on : chosen.includes(one))))
  return (
    <CheckboxGroup
      name="record-topics"
      label={t('record.topics.title')}
      optional
      chosen={chosen}
      choices={topics.map(topic => ({ value: topic, label: t(`record.topic.${topic}`) }))}
      onChange={event => tick(event.target.value, event.target.checked)}
    />
  )
}

type FollowUpProps = { heldOn: Day; followUpOn: Day | ''; change: (day: Day) => void; errorOf: FieldsProps['errorOf'] }

function FollowUpField({ heldOn, followUpOn, change, errorOf }: FollowUpProps) {
  const { t } = useWords()
  return (
    <DateField
      name="record-followUpOn"
      label={t('record.followUp.title')}
      hint={t('record.followUp.hint')}
      optional
      min={heldOn}
      max={lastFollowUp(heldOn)}
      value={followUpOn}
      error={errorOf('record-followUpOn')}
      onChange={event => change(event.target.value)}
    />
  )
}

type LongTextProps = {
  name: string
  label: string
  hint: string
  limit: number
  text: string
  change: (text: string) => void
}

function LongText({ name, label, hint, limit, text, change }: LongTextProps) {
  const tooLong = useTooLong(text, limit)
  return (
    <div className="flow">
      <TextArea
        {...{ name, label, hint }}
        optional
        error={tooLong}
        value={text}
        onChange={event => change(event.target.value)}
        onBlur={event => change(cleaned(event.target.value))}
      />
      <LengthSaid text={text} limit={limit} />
      <SoftWarning text={text} />
    </div>
  )
}
