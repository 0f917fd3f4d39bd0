import { useWords } from '~/language/words'

/** English as it is written in Europe. */
const locales = { nl: 'nl', en: 'en-GB', fr: 'fr' } as const
type Language = keyof typeof locales

const money = { style: 'currency', currency: 'EUR', trailingZeroDisplay: 'stripIfInteger' } as const

/** Writes an amount in cents as people read it: "€ 1.250". */
export function moneyInWords(cents: number, language: Language): string {
  return new Intl.NumberFormat(locales[language], money).format(cents / 100)
}

/** Writes minutes as hours and minutes: "7:30". */
export function hoursInWords(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
}

/** Returns writers of money and hours in the language of the page, to put into a sentence. */
export function useAmountsInWords() {
  const { language } = useWords()
  return { money: (cents: number) => moneyInWords(cents, language), hours: hoursInWords }
}
