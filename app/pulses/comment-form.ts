import { z } from 'zod'
import { longestReply, replySides } from './replies'

const several = z.union([z.string(), z.array(z.string())]).optional()
const isNumber = (text: string) => /^\d{1,3}$/.test(text)

/** Which words of a comment a confidant marked, as numbers; never a text. `step` is what is asked of the page. */
export const blankForm = z.object({
  step: z.enum(['preview', 'blank', 'release']),
  comment: z.string().max(64).default(''),
  version: z.string().max(64).default(''),
  word: several.transform(words => [words ?? []].flat().filter(isNumber).map(Number)),
})

/** What the works council does about a confidant. */
export const confidantForm = z.discriminatedUnion('deed', [
  z.object({ deed: z.literal('appoint'), email: z.string().trim().min(1).max(320) }),
  z.object({ deed: z.literal('end'), personId: z.string().min(1).max(64) }),
])

/** An answer to a comment. Line ends are counted once, however the browser sends them. */
export const replyForm = z.object({
  side: z.enum(replySides),
  body: z
    .string()
    .overwrite(text => text.replace(/\r\n?/g, '\n').trim())
    .min(1)
    .max(longestReply),
  step: z.enum(['write', 'preview', 'publish']).catch('preview'),
})
