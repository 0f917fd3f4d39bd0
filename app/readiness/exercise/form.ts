import { z } from 'zod'
import { voices } from '../cards/rules'
import { dotsEach } from './rules'

/** The dots of one phone: a voice once for each dot it gets. One dot alone arrives as a word and not as a list. */
export const dotsForm = z.object({
  dots: z.preprocess(sent => [sent ?? []].flat(), z.array(z.enum(voices)).length(dotsEach, 'notRight')),
})

/** What a facilitator does with an exercise: end the giving, or close it for good. */
export const leadForm = z.object({ deed: z.enum(['end', 'close']) })
