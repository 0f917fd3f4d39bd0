import { z } from 'zod'
import { isDay } from '~/calendar'
import { boardParts, longestBecause, longestLine } from './rules'

/** One line of words: a break would tear the sheet apart. */
const said = (most: number) =>
  z
    .string()
    .overwrite(text => text.replace(/\s+/g, ' ').trim())
    .max(most)
const empty = z.literal('').transform(() => undefined)
const day = z.string().refine(isDay, 'notADay')

/** The version of the line that stood on the writer's screen; 0 for a line that is not on the board yet. */
const seen = z.coerce.number().int().min(0).catch(0)

/** A line of the board. `step` is what is asked of the page: write on, look at it, put it up, or take the line off. */
export const lineForm = z
  .object({
    part: z.enum(boardParts),
    line: said(longestLine).min(1),
    because: empty.or(said(longestBecause)).optional(),
    untilOn: empty.or(day).optional(),
    seen,
    step: z.enum(['write', 'preview', 'publish']).catch('preview'),
  })
  .superRefine(({ part, because, untilOn }, check) => {
    if (part === 'known') return
    if (!because) check.addIssue({ code: 'custom', path: ['because'], message: 'required' })
    if (!untilOn) check.addIssue({ code: 'custom', path: ['untilOn'], message: 'required' })
  })

/** Taking a line off the board. */
export const removeForm = z.object({ step: z.literal('remove'), seen })
