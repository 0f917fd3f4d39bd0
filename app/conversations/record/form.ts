import { z } from 'zod'
import { isDay } from '~/calendar'
import { wrapForm } from '../sealing/form'
import { longestSealed, type RecordBody } from './sent'

const base64url = (longest: number) =>
  z
    .string()
    .min(1)
    .max(longest)
    .regex(/^[\w-]+$/)
const sealed = base64url(longestSealed)
const id = z
  .string()
  .min(1)
  .max(100)
  .regex(/^[\w-]+$/)
const day = z.string().refine(isDay)
const whole = z.number().int().min(1).max(1_000_000)
const slip = z.strictObject({
  month: z.string().regex(/^\d{4}-\d{2}$/),
  sealed: z
    .string()
    .max(12_000)
    .regex(/^[\w-]+\.[\w-]+$/),
})
const seen = { version: whole, revision: whole }
const written = { sealedShared: sealed, sealedOwn: sealed.optional(), followUpOn: day.nullable() }

/** What the page of a record may send: sealed words, and what the server must know of them. Nothing else passes. */
const recordBody = z.discriminatedUnion('intent', [
  z.strictObject({ intent: z.literal('begin'), ...written, wraps: z.array(wrapForm).length(2) }),
  z.strictObject({ intent: z.literal('save'), ...seen, ...written }),
  z.strictObject({ intent: z.literal('agree'), ...seen, topicSlip: slip.optional() }),
  z.strictObject({ intent: z.literal('newVersion'), from: whole, ...written }),
  z.strictObject({ intent: z.literal('dropVersion'), ...seen }),
  z.strictObject({ intent: z.literal('object'), sealedObjection: sealed.nullable() }),
  z.strictObject({ intent: z.literal('share'), ...wrapForm.shape, endsOn: day }),
  z.strictObject({ intent: z.literal('rewrap'), ...wrapForm.shape }),
])
/** Whose share ends. */
export const endShareForm = z.object({ personId: id })

/** Characters of everything that is sent at once. */
export const longestBody = 3 * longestSealed

/** Reads what a page sent; nothing when no page of ours sends that. */
export function readRecordBody(text: string): RecordBody | undefined {
  if (text.length > longestBody) return undefined
  try {
    return recordBody.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}
