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

/** Characters of a key of 256 bits that is wrapped with 3072 bits, with room to spare. */
const longestWrap = 700

/** A wrapped key on its own, and the print of the public key that it was wrapped for. */
export const wrappedForm = z.strictObject({
  wrapped: base64url(longestWrap),
  forKey: z.string().regex(/^[0-9a-f]{32}$/),
})

/** A wrapped key as it is sent, with for whom it is. */
export const wrapForm = z.strictObject({ personId: z.string().regex(/^[\w-]{1,100}$/), ...wrappedForm.shape })

/** A yes to something that cannot be undone. */
export const sureForm = z.object({ sure: z.literal('yes') })
