import { z } from 'zod'
import { proposalDeeds, witnessKinds } from '../witness'
import { longestName, witnessKeyOf } from '../witness-key'

/** Characters of a printed key: the name, eight of its id, 44 of the key and two plus signs. */
const longestKey = longestName + 54

/** A key that is proposed. The name stands in the key, so that nobody can give it another. */
export const proposalForm = z.object({
  key: z
    .string()
    .trim()
    .max(longestKey)
    .refine(key => witnessKeyOf(key) !== undefined, 'notRight'),
  of: z.enum(witnessKinds),
})

/** A step with a proposal. */
export const proposalDeedForm = z.object({ deed: z.enum(proposalDeeds) })
