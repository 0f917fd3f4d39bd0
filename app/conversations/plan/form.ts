import { z } from 'zod'
import { isDay } from '~/calendar'
import { wrapForm, wrappedForm } from '../sealing/form'
import { planSights } from './rules'

/** Characters of a sealed plan: all that fits in one, padded, in base64url. @source decision 15: 24 kB */
const longestSealed = 24 * 1024
/** People that a plan is open to. @source our own choice: every lead above somebody, and all of HR */
const mostReaders = 200

const base64url = (longest: number) =>
  z
    .string()
    .min(1)
    .max(longest)
    .regex(/^[\w-]+$/)
const id = z.string().regex(/^[\w-]{1,100}$/)
const wraps = z.array(wrapForm).max(mostReaders)

const asJson = z.string().transform((text, found) => {
  try {
    return JSON.parse(text) as unknown
  } catch {
    found.addIssue({ code: 'custom', message: 'notRight' })
    return z.NEVER
  }
})

/** A sealed plan as a browser sends it, with the revision it started from: 0 for one that is new. */
export const planForm = z.object({
  planId: id,
  revision: z.coerce.number().int().min(0).max(1_000_000),
  sealed: base64url(longestSealed),
  sight: z.enum(planSights),
  reviewOn: z.literal('').or(z.string().refine(isDay, 'notADay')),
  wraps: asJson.pipe(wraps),
})
export type PlanSent = z.infer<typeof planForm>

/** The key of a plan, wrapped anew for whoever it belongs to. */
export const giveBackForm = wrappedForm
