import { z } from 'zod'
import { isDay } from '~/calendar'
import { directions, isPercent, mostCases, mostUnits } from '../criteria'
import { milliOf, wholeOf } from '../measuring/numbers'

/** Characters of a measure. @source our own choice: two lines on a phone */
export const longestMeasure = 140
/** Characters of a unit. @source our own choice: one word or three */
export const longestUnit = 30
/** Characters of a source. @source our own choice: a system and a report */
export const longestSource = 140

const line = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .regex(/^[^\p{Cc}]*$/u)
const figure = z.string().trim().min(1).max(20)
const number = z.string().regex(/^\d{1,4}$/)

/** One bar that the group sets. `number` is the one that is changed and `seen` how it read; both are absent for a new one. */
export const criterionForm = z
  .object({
    measure: line(longestMeasure),
    unit: line(longestUnit),
    direction: z.enum(directions),
    threshold: figure
      .refine(text => milliOf(text) !== undefined, 'notANumber')
      .refine(text => (milliOf(text) ?? 0) <= mostUnits * 1000, 'tooBig'),
    source: line(longestSource),
    minimumVolume: figure
      .refine(text => wholeOf(text) !== undefined, 'notANumber')
      .refine(text => wholeOf(text) !== 0, 'tooSmall')
      .refine(text => (wholeOf(text) ?? 0) <= mostCases, 'tooBig'),
    version: number,
    number: number.optional(),
    seen: z.string().max(1000).optional(),
  })
  .refine(({ unit, threshold }) => !isPercent(unit) || (milliOf(threshold) ?? 0) <= 100_000, {
    path: ['threshold'],
    error: 'tooBig',
  })

/** A criterion that is taken away, as it read. */
export const removalForm = z.object({ version: number, number, seen: z.string().max(1000) })

/** The criteria are put to the vote, with the first day that counts. */
export const voteForm = z.object({ version: number, measuringFrom: z.string().min(1).refine(isDay, 'notADay') })
