import { createHash } from 'node:crypto'
import { type KeyPair, privateBytes, publicBytes } from '~/ballot-box/blind-signing.server'
import { keepKey } from '~/keys.server'

/** The name under which the key of the ballot box rests in the round's folder of keys. */
export const boxKeyName = 'ballot-box'

/** Keeps the private half of the box key; where the works council holds it, nothing of it ever comes here. */
export function keepBoxKey(roundId: string, { publicKey, privateKey }: KeyPair) {
  keepKey(roundId, boxKeyName, privateBytes(privateKey))
  return { boxKeySpki: publicBytes(publicKey) }
}

/** Writes the public half of the box key as a manifest has it. */
export const boxKeyFacts = ({ boxKeySpki }: { boxKeySpki: Uint8Array }) => ({
  boxKeySpki: Buffer.from(boxKeySpki).toString('base64url'),
  boxKeySha256: createHash('sha256').update(boxKeySpki).digest('base64url'),
})
