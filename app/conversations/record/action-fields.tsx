import { useWords } from '~/language/words'
import { Button, ButtonRow } from '~/ui/button'
import { DateField, SelectField, TextField } from '~/ui/field'
import { useOwnerWords } from './actions'
import { SoftWarning, useTooLong } from './length'
import { cleanedLine } from './pasted'
import type { RecordShown } from './shown'
import { type ActionWritten, actionOwners, most } from './words'

type ErrorOf = (name: string) => string | undefined
type ActionsProps = {
  record: RecordShown
  actions: readonly ActionWritten[]
  change: (actions: ActionWritten[]) => void
  errorOf: ErrorOf
}

const empty: ActionWritten = { owner: 'lead', text: '', dueOn: '', doneOn: '' }

/** What was agreed: who does what, and until when. */
export function RecordActions({ record, actions, change, errorOf }: ActionsProps) {
  const { t } = useWords()
  const put = (row: number, action: ActionWritten) => change(actions.map((one, at) => (at === row ? action : one)))
  return (
    <fieldset className="field flow">
      <legend className="field-label">{t('record.actions.title')}</legend>
      <p className="field-hint">{t('record.actions.hint')}</p>
      {actions.map((action, row) => (
        <ActionRow
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other name, and each field holds its own value
          key={row}
          {...{ record, action, row }}
          change={next => put(row, next)}
          remove={() => change(actions.filter((_, at) => at !== row))}
          error={errorOf(`record-actions.${row}.text`)}
        />
      ))}
      {actions.length < most.actions && (
        <ButtonRow>
          <Button type="button" kind="quiet" onClick={() => change([...actions, empty])}>
            {t('record.actions.add')}
          </Button>
        </ButtonRow>
      )}
    </fieldset>
  )
}

type RowProps = {
  record: RecordShown
  action: ActionWritten
  row: number
  change: (action: ActionWritten) => void
  remove: () => void
  error?: string
}

function ActionRow({ record, action, row, change, remove, error }: RowProps) {
  const { t } = useWords()
  const ownerOf = useOwnerWords(record)
  const tooLong = useTooLong(action.text, most.action)
  const name = (field: string) => `record-actions.${row}.${field}`
  const put = (part: Partial<ActionWritten>) => change({ ...action, ...part })
  return (
    <fieldset className="record-action flow">
      <legend className="field-label">{t('record.actions.row', { number: row + 1 })}</legend>
      <TextField
        name={name('text')}
        label={t('record.actions.text')}
        error={tooLong ?? (action.text.trim() === '' ? error : undefined)}
        value={action.text}
        onChange={event => put({ text: event.target.value })}
        onBlur={event => put({ text: cleanedLine(event.target.value) })}
      />
      <SoftWarning text={action.text} />
      <SelectField
        name={name('owner')}
        label={t('record.actions.owner')}
        value={action.owner}
        onChange={event => put({ owner: event.target.value as ActionWritten['owner'] })}
      >
        {actionOwners.map(owner => (
          <option key={owner} value={owner}>
            {ownerOf(owner)}
          </option>
        ))}
      </SelectField>
      <ActionDays {...{ action, name, put }} />
      <Button type="button" kind="plain" onClick={remove}>
        {t('record.actions.remove', { number: row + 1 })}
      </Button>
    </fieldset>
  )
}

type DaysProps = { action: ActionWritten; name: (field: string) => string; put: (part: Partial<ActionWritten>) => void }

function ActionDays({ action, name, put }: DaysProps) {
  const { t } = useWords()
  return (
    <div className="record-days">
      <DateField
        name={name('dueOn')}
        label={t('record.actions.dueOn')}
        value={action.dueOn}
        onChange={event => put({ dueOn: event.target.value })}
      />
      <DateField
        name={name('doneOn')}
        label={t('record.actions.doneOn')}
        optional
        value={action.doneOn}
        onChange={event => put({ doneOn: event.target.value })}
      />
    </div>
  )
}
