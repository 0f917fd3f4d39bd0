import { z } from 'zod'
import type { Language } from '~/people/rules'
import { evidenceForm } from '~/promises/evidence/form'
import { readCents } from './amounts'

/** What somebody can do at the till by hand; money is committed by a vote only. */
export const deeds = ['grant', 'cut', 'expense', 'release', 'correction'] as const
export type TillDeed = (typeof deeds)[number]

/** Characters that say what money is for. @source our own choice: a line in a list */
export const longestWhat = 200

const { file, name, kind, content, seal, step } = evidenceForm.shape
const sealed = { name, kind, content, seal }

const amountIn = (language: Language) =>
  z
    .string()
    .min(1)
    .transform((typed, context) => {
      const read = readCents(typed, language)
      if (read.ok && read.value > 0) return read.value
      context.addIssue({ code: 'custom', message: read.ok ? 'tooSmall' : read.because, input: typed })
      return z.NEVER
    })

/** One booking. Who pays says by which decision, and shows the receipt; who corrects says only why. */
export function bookingForm(deed: TillDeed, language: Language) {
  const amount = amountIn(language)
  const decision = z.string().min(1).max(64)
  // A preview carries every field along; what this deed does not ask for comes back empty.
  const left = (given: unknown) => given || undefined
  const isOfDecision = deed === 'expense' || deed === 'release'
  return z
    .object({
      amount: deed === 'correction' ? z.preprocess(left, amount.optional()) : amount,
      decision: isOfDecision ? decision : z.preprocess(left, decision.optional()),
      what: z.string().trim().min(1).max(longestWhat),
      seen: z
        .string()
        .regex(/^\d{1,9}$/)
        .transform(Number),
      ...{ file, ...sealed, step },
    })
    .refine(said => deed !== 'expense' || said.step === 'write' || Boolean(said.file || said.seal), {
      path: ['file'],
      error: 'fileMissing',
    })
}
