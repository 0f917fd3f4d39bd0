import { z } from 'zod'
import { mostStretching, stretching } from '~/people/passphrase'

const base64url = (most: number) =>
  z
    .string()
    .min(1)
    .max(most)
    .regex(/^[\w-]+$/)

/** Characters of a public key of 3072 bits, and of its other half behind a lock, with room to spare. */
const longestPublic = 1000
const longestLocked = 4000

/** An own key, as it travels from the browser that made or locked it: its private half is locked. */
export const storedKeyForm = z.object({
  publicKey: base64url(longestPublic),
  lockedKey: base64url(longestLocked),
  salt: base64url(64),
  iv: base64url(32),
  stretching: z.coerce.number().int().min(stretching).max(mostStretching),
})

/** A yes to something that cannot be undone. */
export const sureForm = z.object({ sure: z.literal('yes') })
