import { z } from 'zod'
import { fewestMembers } from './rules'
import { contracts, offices, shifts } from './seats/rules'

/** Characters in the name of a group. @source our own choice: it fits in a promise */
export const longestName = 60
/** Characters in what it may decide. @source our own choice: a page */
export const longestMandate = 2000
/** Seats that a group may have. @source our own choice: two can be outvoted by nobody, more than thirty do not talk */
export const mostSeats = 30
/** Hours a week that a member may be promised. @source our own choice: a working week */
export const mostHours = 40

const said = (most: number) =>
  z
    .string()
    .overwrite(text => text.replace(/\r\n?/g, '\n').trim())
    .min(1)
    .max(most)
const filled = z.string().trim().min(1)
const step = z.enum(['write', 'preview', 'publish']).catch('preview')

const mandate = {
  words: said(longestMandate),
  seats: filled.pipe(z.coerce.number<string>().int().min(fewestMembers).max(mostSeats)),
  weeklyHours: filled.pipe(z.coerce.number<string>().min(0.5).max(mostHours)),
}

/** A new group, with its first mandate. */
export const groupForm = z.object({
  ...{ name: said(longestName), withPromise: z.literal('on').optional() },
  ...{ ...mandate, step },
})

/** The version of the mandate that stood on the writer's screen. */
const seen = z.coerce.number().int().min(1)

/** Another mandate beside the ones before. */
export const mandateForm = z.object({ ...mandate, seen, step })

const atLeast = z.coerce.number().int().min(0).max(mostSeats).default(0)
/** The same form with, by the name of each field, how many seats at least are for people of whom one thing is true. */
export const withRules = <Form extends z.ZodType>(form: Form, names: readonly string[]) =>
  form.and(z.object(Object.fromEntries(names.map(name => [name, atLeast]))).transform(rules => ({ rules })))

/** What a director does about the veto promise, and how a group is ended. */
export const promiseForm = z.object({ deed: z.enum(['bind', 'make']), promiseId: z.string().max(64).default(''), seen })
export const endForm = z.object({ deed: z.literal('end') })

/** Somebody offers to sit, or takes it back. */
export const offerForm = z.object({ shift: z.enum(shifts), contract: z.enum(contracts) })
export const takeBackForm = z.object({ deed: z.literal('takeBack') })

/** What is done about seats. */
export const seatForm = z.object({ deed: z.enum(['seatAll', 'announce', 'seatNext']) })
export const memberForm = z.discriminatedUnion('deed', [
  z.object({ deed: z.literal('leave') }),
  z.object({ deed: z.literal('office'), personId: z.string().max(64), office: z.enum(offices) }),
])
