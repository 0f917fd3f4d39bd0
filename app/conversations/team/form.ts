import { z } from 'zod'
import { isDay } from '~/calendar'
import { isClockTime } from '../clock'
import { guideSlugs } from '../guides/rules'
import { agreementOwners, longestAction, longestBecause } from './rules'

/** One line of words: a break would tear a list apart. */
const line = (most: number) =>
  z
    .string()
    .overwrite(text => text.replace(/\s+/g, ' ').trim())
    .max(most)
const day = z.string().min(1).refine(isDay, 'notADay')
const empty = z.literal('').transform(() => undefined)
const id = z.string().regex(/^[A-Za-z0-9-]{1,64}$/)

/** Hours with one digit, or with a dot, are typed where a browser has no clock to choose from. */
const asClockTime = (typed: string) => typed.trim().replace('.', ':').padStart(5, '0')

/** The version of the talk that stood on the screen. */
const seen = z.coerce.number().int().min(1)

const plan = {
  plannedOn: day,
  time: z.string().min(1).overwrite(asClockTime).refine(isClockTime, 'notRight'),
  guideSlug: empty.or(z.enum(guideSlugs)).optional(),
  roundId: empty.or(id).optional(),
}

/** A talk to plan. */
export const planForm = z.object({ ...plan, teamId: id })

/** Another time, card or result for a talk. */
export const changeForm = z.object({ ...plan, seen, step: z.literal('change') })

/** That a talk was held, and on which day. */
export const heldForm = z.object({ heldOn: day, seen, step: z.literal('hold') })

/** What was agreed. `anyway` is the answer to the question whether it names somebody. */
export const agreementForm = z.object({
  action: line(longestAction).min(1),
  owner: z.enum(agreementOwners),
  dueOn: day,
  anyway: z.literal('yes').optional(),
  step: z.literal('agree'),
})

const cancelForm = z.object({ seen, step: z.literal('cancel') })

/** Everything that can be sent from the page of a talk. */
export const talkForm = z.discriminatedUnion('step', [changeForm, heldForm, agreementForm, cancelForm])

/** What can become of an agreement: done, dropped for a reason, or put before management. */
export const deedForm = z.object({
  deed: z.enum(['done', 'dropped', 'askPromise']),
  because: line(longestBecause).default(''),
})
