import { z } from 'zod'
import { longestAnswer } from './rules'

/** An answer to one question. Line ends are counted once, however the browser sends them. */
export const answerForm = z.object({
  body: z
    .string()
    .overwrite(text => text.replace(/\r\n?/g, '\n').trim())
    .max(longestAnswer),
  seen: z.string().regex(/^[0-9a-f]{16}$/),
  step: z.enum(['save', 'write', 'preview', 'publish']).catch('save'),
})

/** An answer that is to be looked at or published: there it may not be empty. */
export const wholeAnswerForm = answerForm.refine(
  ({ step, body }) => body !== '' || step === 'save' || step === 'write',
  { path: ['body'], message: 'required' },
)
