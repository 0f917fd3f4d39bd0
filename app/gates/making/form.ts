import { z } from 'zod'
import { gateKinds } from '../rules'

/** Characters of the name of a gate. @source our own choice: one line on a phone */
export const longestName = 80
/** The shares a gate starts with, in percent of the customers who ask this. @source issue 7, "volume steps (20/60/80 %, own steps possible)" */
export const usualShares = { share1: '20', share2: '60', share3: '80', share4: '', share5: '' }
export const shareNames = ['share1', 'share2', 'share3', 'share4', 'share5'] as const

const id = z.string().regex(/^[\w-]{1,64}$/)
const isWhole = (text: string) => /^\d{1,3}$/.test(text)
const share = z
  .string()
  .trim()
  .refine(isWhole, 'notANumber')
  .refine(text => !isWhole(text) || Number(text) >= 1, 'tooSmall')
  .refine(text => !isWhole(text) || Number(text) <= 100, 'tooBig')
const further = z.preprocess(given => (given === undefined ? '' : given), z.union([z.literal(''), share]))

/** A gate with its first steps; shares that stay empty are left out, and each is more than the one before. */
export const gateForm = z
  .object({
    useCaseId: id,
    kind: z.enum(gateKinds),
    name: z
      .string()
      .trim()
      .min(1)
      .max(longestName)
      .regex(/^[^\p{Cc}]*$/u),
    share1: share,
    ...{ share2: further, share3: further, share4: further, share5: further },
  })
  .superRefine((typed, context) => {
    let before = 0
    for (const name of shareNames) {
      if (typed[name] === '') continue
      if (Number(typed[name]) <= before) context.addIssue({ code: 'custom', path: [name], message: 'tooSmall' })
      before = Number(typed[name])
    }
  })

/** One more step of a gate, with the criteria of another one to begin with, or none. `seen` is the last step there was. */
export const stepForm = z.object({
  share,
  copyFrom: z.union([z.literal(''), z.string().regex(/^\d{1,4}$/)]),
  seen: z.string().regex(/^\d{1,4}$/),
})
