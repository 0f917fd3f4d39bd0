import { useWords } from '~/language/words'
import { RadioGroup } from '~/ui/choice'
import { witnessKinds } from '../witness'

/** Asks whose witness it is. */
export function KindChoice({ chosen = 'worksCouncil', error }: { chosen?: string; error?: string }) {
  const { t } = useWords()
  const choices = witnessKinds.map(value => ({ value, label: t(`witness.kind.${value}`) }))
  return <RadioGroup name="of" label={t('witness.list.of')} choices={choices} chosen={[chosen]} error={error} />
}
