import { z } from 'zod'

/** A question to colleagues about a plan: asked, or taken back. */
export const pollForm = z.object({ step: z.enum(['ask', 'takeBack']) })
