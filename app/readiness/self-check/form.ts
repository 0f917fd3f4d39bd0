import { z } from 'zod'
import { notKnown, outOf } from './rules'

const number = (highest: number) =>
  z
    .string()
    .regex(/^\d{0,2}$/)
    .transform(text => (text === '' ? undefined : Number(text)))
    .refine(value => value === undefined || (notKnown <= value && value <= highest), 'notAChoice')
    .optional()

const answer = number(5)
const expectation = number(outOf)

/** One line of the self-check, with what stood there when the writer began; or the answers as they were read last. */
export const selfCheckForm = z.discriminatedUnion('step', [
  z.object({
    step: z.literal('save'),
    item: z.string().max(40),
    answer,
    expectation,
    seenAnswer: answer,
    seenExpectation: expectation,
  }),
  z.object({ step: z.enum(['preview', 'write']) }),
  z.object({ step: z.literal('handIn'), seen: z.string().max(2000) }),
])
