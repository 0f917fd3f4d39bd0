import { type ComponentPropsWithoutRef, forwardRef } from 'react'
import { useWords } from '~/language/words'
import { RadioGroup } from '~/ui/choice'
import { roundKinds } from './rules'

type KindChoiceProps = Omit<ComponentPropsWithoutRef<'input'>, 'name' | 'type'> & {
  name: string
  chosen: string[]
  error?: string
}

/** Asks what a round asks, with how long that takes people. */
export const KindChoice = forwardRef<HTMLInputElement, KindChoiceProps>(function KindChoice(props, ref) {
  const { t } = useWords()
  const choices = roundKinds.map(value => ({
    value,
    label: t(`pulses.rounds.form.kind.${value}`),
    hint: t(`pulses.rounds.form.kindHint.${value}`),
  }))
  return <RadioGroup {...props} ref={ref} label={t('pulses.rounds.form.asks')} choices={choices} />
})
