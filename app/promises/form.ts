import { z } from 'zod'
import { isDay } from '~/calendar'
import { promiseMoves } from './rules'
import { barriers, ownerRoles } from './words'

/** Characters in the words of a promise. @source instruments.md, section 3e */
export const longestPromise = 140
/** Characters in each other part. @source our own choice: a promise with its small print fits on one printed page */
export const longestPart = 500

/** Characters in a name. @source our own choice: longer than any name we know */
export const longestName = 100

/** Line ends are counted once, however the browser sends them. */
const said = (most: number) =>
  z
    .string()
    .overwrite(text => text.replace(/\r\n?/g, '\n').trim())
    .max(most)
const day = z.string().min(1).refine(isDay, 'notADay')
const empty = z.literal('').transform(() => undefined)
const id = z.string().regex(/^[A-Za-z0-9-]{1,64}$/)

const words = {
  text: said(longestPromise).min(1),
  why: said(longestPart).min(1),
  ownerRole: z.enum(ownerRoles),
  ownerName: said(longestName).default(''),
  dueOn: day,
  scope: said(longestPart).min(1),
  exclusions: said(longestPart).min(1),
  measure: said(longestPart).min(1),
}

/** A new promise. `step` is what is asked of the page: look at it, change it, or publish it for good. */
export const promiseForm = z.object({
  ...words,
  madeOn: day,
  place: said(200).optional(),
  barrier: z.enum(barriers).or(empty).optional(),
  roundId: id.or(empty).optional(),
  step: z.enum(['write', 'preview', 'publish']).catch('preview'),
})

/** The number of the last event that stood on the person's screen. */
const seen = z.coerce.number().int().min(1)

/** New words beside the first ones, with the reason for them. */
export const amendForm = z.object({ ...words, reason: said(longestPart).min(1), seen })

/** A step in the life of a promise. Which steps need a reason is decided by the rules. */
export const moveForm = z.object({
  move: z.enum(promiseMoves),
  note: said(longestPart).default(''),
  successorId: id.or(empty).optional(),
  seen,
})

/** A question to staff about a promise: asked, or taken back. */
export const askForm = z.object({ step: z.enum(['ask', 'takeBack']), seen })
