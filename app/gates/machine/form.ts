import { z } from 'zod'
import { longestAddress } from './telling'

/** A program that wants to be told. `form` is chance that the page made, so that a form sent twice adds one. */
export const listenerForm = z.object({
  address: z.string().trim().min(1).max(longestAddress),
  form: z.uuid(),
})

/** What is done with a listener that is there: told how the gate stands, or removed. */
export const listenerDeedForm = z.object({
  deed: z.enum(['tell', 'remove']),
  listenerId: z.string().regex(/^[0-9a-f]{32}$/),
})
