import type { z } from 'zod'
import { useWords } from '~/language/words'
import { RadioGroup } from '~/ui/choice'
import { TextField } from '~/ui/field'
import type { useZodForm } from '~/ui/use-zod-form'
import { directions } from '../criteria'
import { type criterionForm, longestMeasure, longestSource, longestUnit } from './form'

type Fields = { field: ReturnType<typeof useZodForm<z.input<typeof criterionForm>>>['field'] }

/** The fields of one bar: what is measured, which side it has to be on, by whom it is counted, from how many cases. */
export function BarFields({ field }: Fields) {
  const { t } = useWords()
  return (
    <>
      <TextField {...field('measure')} label={t('gates.writing.measure')} maxLength={longestMeasure} />
      <Direction field={field} />
      <TextField
        {...field('threshold')}
        label={t('gates.writing.threshold')}
        hint={t('gates.writing.thresholdHint')}
        inputMode="decimal"
        width="short"
      />
      <TextField
        {...field('unit')}
        label={t('gates.writing.unit')}
        hint={t('gates.writing.unitHint')}
        maxLength={longestUnit}
        width="short"
      />
      <TextField
        {...field('source')}
        label={t('gates.writing.source')}
        hint={t('gates.writing.sourceHint')}
        maxLength={longestSource}
      />
      <TextField
        {...field('minimumVolume')}
        label={t('gates.writing.minimum')}
        hint={t('gates.writing.minimumHint')}
        inputMode="numeric"
        width="short"
      />
    </>
  )
}

function Direction({ field }: Fields) {
  const { t } = useWords()
  const { defaultValue: chosen, ...rest } = field('direction')
  return (
    <RadioGroup
      {...rest}
      chosen={chosen ? [chosen] : []}
      label={t('gates.writing.direction')}
      choices={directions.map(value => ({ value, label: t(`gates.writing.${value}`) }))}
    />
  )
}
