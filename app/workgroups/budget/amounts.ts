import { allow, type Decision, refuse } from '~/decision'
import type { Language } from '~/people/rules'
import { mostCents } from './rules'

export type AmountRefusal = 'notAnAmount' | 'unclearAmount' | 'tooBig'

/** What parts thousands in each language; also a space everywhere. French in Belgium writes a point. */
const thousandsIn: Record<Language, '.' | ','> = { nl: '.', en: ',', fr: '.' }

/**
 * Reads an amount of money as people type it, in whole cents: "1.250,50", "1,250.50", "1250,5", "€ 1 250,-". What one
 * language would read otherwise than another ("1.250" is a thousand in Dutch, and nothing in English) is not guessed.
 */
export function readCents(typed: string, language: Language): Decision<number, AmountRefusal> {
  const bare = typed.replace(/^\s*(?:€|eur\b)|(?:€|\beur)\s*$/gi, '').trim()
  const text = bare.replace(/[,.][-–—]{1,2}$/, '')
  const form = /^(?<whole>\d{1,3}(?:[\s.,’']\d{3})+|\d+)(?:(?<sign>[.,])(?<rest>\d{1,2}))?$/.exec(text)?.groups
  if (!form) return refuse('notAnAmount')
  const signs = new Set(form.whole!.replace(/\d/g, ''))
  if (signs.size > 1 || (form.sign && signs.has(form.sign))) return refuse('notAnAmount')
  const [part] = signs
  // One point or comma and three digits after it: a thousand here, three decimals there.
  const isOpen = part !== undefined && '.,'.includes(part) && !form.sign && /^\d+[.,]\d{3}$/.test(form.whole!)
  if (isOpen && part !== thousandsIn[language]) return refuse('unclearAmount')
  const cents = Number(form.whole!.replace(/\D/g, '')) * 100 + Number((form.rest ?? '').padEnd(2, '0'))
  return cents > mostCents ? refuse('tooBig') : allow(cents)
}

/** Writes an amount as it could have been typed, so that every language reads the same. */
export const typedAs = (cents: number, language: Language): string =>
  (cents / 100).toFixed(2).replace('.', language === 'en' ? '.' : ',')
