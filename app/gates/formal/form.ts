import { z } from 'zod'
import { evidenceForm } from '~/promises/evidence/form'
import { keyDeeds } from './rules'

/** What the works council states, with a document if there is one: written, looked at, and then turned. */
export const keyForm = evidenceForm.extend({
  version: z.string().regex(/^\d{1,4}$/),
  deed: z.enum(keyDeeds),
})
