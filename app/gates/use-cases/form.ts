import { z } from 'zod'
import { phases } from '../phases'
import { longestName, longestRhythm, longestTask, longestWho, shortestRhythm } from './rules'

// No form here asks for a day: in the first phase nobody plans when something goes live.

const oneLine = (most: number) =>
  z
    .string()
    .overwrite(text => text.replace(/\s+/g, ' ').trim())
    .min(1)
    .max(most)

/** A new use case: what it is called, and which group holds its key. */
export const useCaseForm = z.object({ name: oneLine(longestName), workgroupId: z.string().min(1) })

/** Going on to the next phase. */
export const phaseForm = z.object({ to: z.enum(phases) })

/** Something that is done again and again. */
export const taskForm = z.object({
  words: oneLine(longestTask),
  who: oneLine(longestWho),
  everyDays: z.coerce.number().int().min(shortestRhythm).max(longestRhythm),
})

/** A task that was done for the day on which it was due, or that ends. */
export const taskDeedForm = z.discriminatedUnion('deed', [
  z.object({
    deed: z.literal('done'),
    dueOn: z.iso.date(),
    note: z
      .string()
      .overwrite(text => text.replace(/\s+/g, ' ').trim())
      .max(longestTask),
  }),
  z.object({ deed: z.literal('end') }),
])
