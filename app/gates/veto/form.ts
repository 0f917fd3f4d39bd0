import { z } from 'zod'

/** Characters in what the group saw, in what would change its mind, and in every answer to it. @source our own choice: a page */
export const longestReason = 2000

/** Line ends are counted once, however the browser sends them. */
const said = z
  .string()
  .overwrite(text => text.replace(/\r\n?/g, '\n').trim())
  .min(1)
  .max(longestReason)

/** A veto that a member proposes: against which criterion of which step (`step.criterion`), why, and what would lift it. */
export const vetoForm = z.object({
  against: z.string().regex(/^\d{1,4}\.\d{1,4}$/),
  evidence: said,
  persuade: said,
})

/** The one thing that is written in every deed with a veto. */
export const reasonForm = z.object({ reason: said })

/** What management does with a veto. `step` is what is asked of the page: write, look at it, or do it for good. */
export const answerForm = reasonForm.extend({
  move: z.enum(['answer', 'accept', 'override']),
  step: z.enum(['write', 'preview', 'publish']).catch('preview'),
})

/** What a member asks the group to vote on: that it is persuaded, or that the works council must know. */
export const groupMoveForm = reasonForm.extend({ move: z.enum(['persuaded', 'escalate']) })
