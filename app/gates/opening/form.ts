import { z } from 'zod'
import { longestNote } from '~/promises/evidence/kinds'

/** A step is opened, or stepped back from with a reason. */
export const openingForm = z.object({
  version: z.string().regex(/^\d{1,4}$/),
  deed: z.enum(['open', 'back']),
  reason: z.string().trim().max(longestNote).optional(),
})
