import { z } from 'zod'

/** What the works council does with a question to staff, and the number of the last event it has read. */
export const askForm = z.object({ seen: z.coerce.number().int().min(1), step: z.enum(['ask', 'takeBack']) })
