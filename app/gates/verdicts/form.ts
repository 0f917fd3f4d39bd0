import { z } from 'zod'
import { longestNote, longestWords } from './rules'

/** Line ends are counted once, however the browser sends them. */
const said = (most: number) =>
  z
    .string()
    .overwrite(text => text.replace(/\r\n?/g, '\n').trim())
    .max(most)
    .default('')

/** Names the field that says whether one criterion is good enough. */
export const goodName = (number: number) => `good${number}`
/** Names the field that says why. */
export const noteName = (number: number) => `note${number}`

/** A verdict: every criterion is answered, and what is not good enough has its reason. */
export function verdictForm(numbers: readonly number[]) {
  const fields = numbers.flatMap(number => [
    [goodName(number), z.enum(['yes', 'no'])] as const,
    [noteName(number), said(longestNote)] as const,
  ])
  const shape: Record<string, z.ZodType<string, string | undefined>> = Object.fromEntries(fields)
  return z.object({ ...shape, words: said(longestWords) }).superRefine((form, check) => {
    const values = form as Record<string, string>
    for (const number of numbers)
      if (values[goodName(number)] === 'no' && !values[noteName(number)])
        check.addIssue({ code: 'custom', path: [noteName(number)], message: 'required' })
  })
}

/** Returns what was said of each criterion. */
export const judgementsIn = (numbers: readonly number[], form: Record<string, string>) =>
  numbers.map(number => ({
    ...{ criterion: number, isGood: form[goodName(number)] === 'yes', note: form[noteName(number)] ?? '' },
  }))
