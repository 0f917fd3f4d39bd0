import { useWords } from '~/language/words'
import type { FormError } from '~/ui/error-summary'

const named = [
  'text',
  'why',
  'ownerRole',
  'ownerName',
  'dueOn',
  'scope',
  'exclusions',
  'measure',
  'madeOn',
  'place',
] as const

/** Puts the name of its field before each problem: several fields may lack the same. */
export function useNamedErrors(errors: readonly FormError[]): FormError[] {
  const { t } = useWords()
  return errors.map(error => {
    const part = named.find(name => name === error.name)
    return part ? { ...error, label: t(`promises.part.${part}`) } : error
  })
}
