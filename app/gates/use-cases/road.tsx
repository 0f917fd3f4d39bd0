import { useWords } from '~/language/words'
import { useDayInWords } from '~/ui/day'
import { Steps } from '~/ui/steps'
import { type Phase, phases } from '../phases'

/** The road of a use case, and where on it one stands. */
export function Road({ phase, enteredOn }: { phase: Phase; enteredOn?: string }) {
  const { t } = useWords()
  const inWords = useDayInWords()
  const steps = phases.map(id => ({
    id,
    label: t(`phases.name.${id}`),
    ...(id === phase && enteredOn && { note: t('phases.since', { date: inWords(enteredOn, 'short') }) }),
  }))
  return <Steps steps={steps} now={phase} label={t('phases.road')} />
}
