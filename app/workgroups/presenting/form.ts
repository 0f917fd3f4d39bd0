import { z } from 'zod'
import { isDay } from '~/calendar'

/** Characters in what a presentation changed. @source our own choice: half a printed page */
export const longestChange = 1500
/** People at one presentation. @source our own choice: more than any house we know */
const mostPeople = 20_000

/** That a plan was presented to colleagues; first looked at, then for good. */
export const presentationForm = z.object({
  heldOn: z.string().min(1).refine(isDay, 'notADay'),
  audience: z.coerce.number().int().min(1).max(mostPeople),
  changed: z
    .string()
    .overwrite(text => text.replace(/\r\n?/g, '\n').trim())
    .max(longestChange)
    .min(1),
  step: z.enum(['write', 'preview', 'publish']).catch('preview'),
})
