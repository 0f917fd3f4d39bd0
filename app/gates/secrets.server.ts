import { randomBytes } from 'node:crypto'
import { openBytes, sealBytes } from '~/keys.server'

// A secret that this house shares with a program: one that sends measurements, or one that is told when a gate moves.
// It rests encrypted in the database; the key for it never does.

const boundAs = (name: string) => `inspraak-secret/v1|${name}`

/** Returns a fresh secret as programs expect it. @source Standard Webhooks, "Signature scheme": whsec_ and 24 to 64 bytes */
export const newSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`

/** Encrypts a secret, bound to what it belongs to: the same bytes in another row open nothing. */
export const sealSecret = (secret: string, boundTo: string): Buffer =>
  sealBytes(Buffer.from(secret, 'utf8'), boundAs(boundTo))

/** Opens a sealed secret; nothing when it was changed, belongs to another row or to another installation. */
export const openSecret = (sealed: Uint8Array, boundTo: string): string | undefined =>
  openBytes(sealed, boundAs(boundTo))?.toString('utf8')
