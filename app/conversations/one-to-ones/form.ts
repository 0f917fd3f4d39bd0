import { z } from 'zod'
import { isDay } from '~/calendar'
import { isClockTime } from '../clock'

/** Hours with one digit and with a dot are typed where a browser has no clock to choose from. */
const clockTime = z
  .string()
  .trim()
  .min(1)
  .transform(typed => typed.replace('.', ':').padStart(5, '0'))
  .refine(isClockTime, 'notRight')

/** When two people talk. */
export const planForm = z.object({
  deed: z.literal('plan'),
  day: z.string().trim().min(1).refine(isDay, 'notADay'),
  time: clockTime,
})

/** What one of the two does with a one-to-one. */
export const moveForm = z.discriminatedUnion('deed', [
  planForm,
  z.object({ deed: z.enum(['decline', 'hold', 'cancel']) }),
])

/** Whom somebody invites or asks. */
export const inviteForm = z.object({ with: z.string().min(1).max(64) })
