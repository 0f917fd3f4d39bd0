import { type FormEvent, useEffect, useState } from 'react'
import { useWords } from '~/language/words'
import { Button, ButtonRow } from '~/ui/button'
import { SelectField, TextField } from '~/ui/field'
import { Notice } from '~/ui/notice'
import { cardsPerSheet, type SlipUnit } from './rules'

type MakeFormProps = { units: SlipUnit[]; busy: boolean; make: (unit: SlipUnit, count: number) => void }

/** Asks how many cards for which unit. Its button comes with the script that makes them. */
export function SlipMakeForm({ units, busy, make }: MakeFormProps) {
  const { t } = useWords()
  const [unitId, setUnitId] = useState(units[0]!.id)
  const [isHere, setHere] = useState(false)
  useEffect(() => setHere(true), [])
  const unit = units.find(({ id }) => id === unitId)!
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    make(unit, Number(new FormData(event.currentTarget).get('count')))
  }
  return (
    <form className="flow" onSubmit={submit}>
      <SelectField
        name="unit"
        label={t('slips.make.unit')}
        value={unitId}
        onChange={event => setUnitId(event.target.value)}
      >
        {units.map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </SelectField>
      <TextField
        key={unitId}
        name="count"
        type="number"
        width="short"
        label={t('slips.make.count')}
        hint={t('slips.make.countHint', { most: unit.most, people: unit.roster })}
        min={1}
        max={unit.most}
        required
        defaultValue={Math.min(unit.most, cardsPerSheet)}
      />
      <MadeBefore unit={unit} />
      <ButtonRow>
        {isHere && unit.handedOut === 0 && (
          <Button busy={busy}>{t(busy ? 'slips.make.making' : 'slips.make.submit')}</Button>
        )}
      </ButtonRow>
    </form>
  )
}

/** Says what becomes of the cards that were made before. */
function MadeBefore({ unit: { made, handedOut } }: { unit: SlipUnit }) {
  const { t } = useWords()
  if (handedOut > 0) return <Notice kind="warning">{t('slips.refused.alreadyHandedOut')}</Notice>
  return made > 0 ? <Notice kind="warning">{t('slips.make.again', { count: made })}</Notice> : null
}
