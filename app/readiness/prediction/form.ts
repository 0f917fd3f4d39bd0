import { barriers } from 'surveys/five-barriers/v1'
import { z } from 'zod'
import { outOf } from '../self-check/rules'

const ofTen = z
  .string()
  .min(1)
  .regex(/^\d{1,2}$/, 'notAChoice')
  .transform(Number)
  .refine(value => value <= outOf, 'notAChoice')

/** What a team lead expects: a number of ten for each barrier. */
export const predictionForm = z.object(
  Object.fromEntries(barriers.map(barrier => [barrier, ofTen])) as Record<(typeof barriers)[number], typeof ofTen>,
)
