import { allow, type Decision, refuse } from '~/decision'
import type { Language } from '~/people/rules'
import { readCents } from '../budget/amounts'

/** What can be wrong with an amount, as every form says it. */
type AmountProblem = 'notANumber' | 'notRight' | 'tooSmall' | 'tooBig'

/** Reads the amount of an expense; what can be read in two ways is asked again. */
export function readAmount(typed: string, language: Language): Decision<number, AmountProblem> {
  const read = readCents(typed, language)
  if (read.ok) return read.value > 0 ? allow(read.value) : refuse('tooSmall')
  if (read.because === 'tooBig') return refuse('tooBig')
  return refuse(read.because === 'notAnAmount' ? 'notANumber' : 'notRight')
}

/** Writes an amount as it would be typed. */
export const typedAmount = (cents: number | undefined, language: Language): string =>
  cents === undefined ? '' : (cents / 100).toFixed(2).replace('.', language === 'en' ? '.' : ',')

/** Returns a form as it was typed, with what is wrong with its amount. */
export const withWrongAmount = (typed: Record<string, string | number>, problem: AmountProblem) => ({
  ok: false as const,
  problems: { amount: problem },
  values: Object.fromEntries(Object.entries(typed).map(([name, value]) => [name, String(value)])),
})
