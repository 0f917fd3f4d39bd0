import type { Translate } from '~/language'
import type { Language } from '~/people/rules'
import { type Criterion, type Finding, isPercent } from '../criteria'
import { milliInWords } from '../writing/wording'

/** A criterion as much as a sentence about it needs. */
export type Asked = Criterion & { unit: string }

/** Returns writers of what was asked and what was found, in one language. A percentage is told in people of a hundred. */
export function measureWords(t: Translate, language: Language) {
  const locale = language === 'en' ? 'en-GB' : language
  const whole = (count: number) => new Intl.NumberFormat(locale).format(count)
  const amount = (milli: number, unit: string) => {
    const number = milliInWords(milli, language)
    return isPercent(unit) ? t('gates.measuring.ofHundred', { number }) : t('gates.measuring.inUnit', { number, unit })
  }
  const asked = ({ direction, thresholdMilli, unit }: Asked) =>
    t(`gates.measuring.asked.${direction}`, { amount: amount(thresholdMilli, unit) })
  const cases = (count: number) => t('gates.measuring.cases', { count, number: whole(count) })
  const found = (criterion: Asked, { volume, valueMilli }: Finding) => {
    const bar = { asked: asked(criterion), least: cases(criterion.minimumVolume) }
    if (valueMilli !== undefined)
      return t('gates.measuring.found', { ...bar, amount: amount(valueMilli, criterion.unit), cases: cases(volume) })
    return volume > 0 ? t('gates.measuring.tooFew', { ...bar, number: whole(volume) }) : t('gates.measuring.none', bar)
  }
  /** The finding in a few words, for in front of its sentence. */
  const says = (finding: Finding) => {
    const word = finding.says === 'tooLittle' && finding.volume === 0 ? 'nothing' : finding.says
    return t(`gates.measuring.says.${word}`)
  }
  return { amount, asked, cases, found, says }
}
