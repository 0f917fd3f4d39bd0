import type { Translate } from '~/language'
import type { Language } from '~/people/rules'
import type { CriterionWords } from './criterion'

/** English as it is written in Europe. */
const locales = { nl: 'nl', en: 'en-GB', fr: 'fr' } as const

/** Writes thousandths as people read them: "92,5". */
export const milliInWords = (milli: number, language: Language): string =>
  new Intl.NumberFormat(locales[language], { maximumFractionDigits: 3 }).format(milli / 1000)

type Bar = Pick<CriterionWords, 'direction' | 'thresholdMilli' | 'unit'>

/** Writes the bar itself: "ten minste 92,5 %". */
export const barInWords = ({ direction, thresholdMilli, unit }: Bar, t: Translate, language: Language): string =>
  t(`gates.bar.${direction}`, { value: milliInWords(thresholdMilli, language), unit })

/** Writes criteria as the text of a proposal, one to a line: what the group votes on is what stands here. */
export function criteriaInWords(all: readonly CriterionWords[], t: Translate, language: Language): string {
  const line = (one: CriterionWords) => {
    const cases = new Intl.NumberFormat(locales[language]).format(one.minimumVolume)
    const { number, measure, source } = one
    return t('gates.bar.line', { number, measure, source, cases, bar: barInWords(one, t, language) })
  }
  return all.map(line).join('\n')
}
