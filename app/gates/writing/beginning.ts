import type { Translate } from '~/language'
import type { CriterionSaid, CriterionWords } from './criterion'
import { isTemplate, templates } from './templates'

type Asked = { change: string | null; template: string | null }

/** Returns what the form begins with: a criterion that is changed, a template in the reader's words, or nothing. */
export function beginningOf(
  { criteria }: { criteria: readonly CriterionWords[] },
  { change, template }: Asked,
  t: Translate,
): { number?: number; said?: CriterionSaid } {
  const changed = criteria.find(({ number }) => `${number}` === change)
  if (changed) {
    const { number, measure, unit, direction, thresholdMilli, source, minimumVolume } = changed
    return { number, said: { measure, unit, direction, thresholdMilli, source, minimumVolume } }
  }
  if (!isTemplate(template)) return {}
  const words = {
    measure: t(`gates.template.${template}.measure`),
    unit: t(`gates.template.${template}.unit`),
    source: t(`gates.template.${template}.source`),
  }
  return { said: { ...words, ...templates[template] } }
}
