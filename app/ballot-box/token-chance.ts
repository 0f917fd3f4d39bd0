import { type Bytes, utf8 } from './bytes'
import { nonceBytes, prefixBytes, type TokenPlace } from './token'

/** All chance that goes into one token and its blinding. */
export type TokenChance = { prefix: Bytes; nonce: Bytes; salt: Bytes; factor: Bytes }

/** Bytes beyond the size of the key, so that no factor is likelier than another. @source RFC 9380, section 5: 128 bits */
const spareBytes = 16

/**
 * Stretches a seed into all chance of one token (HKDF with SHA-256), so that the same seed makes the same token
 * again: that is how code words move it to another device.
 */
export async function chanceFrom(
  seed: Bytes,
  { round, unit }: TokenPlace,
  sizes: { salt: number; key: number },
): Promise<TokenChance> {
  const lengths = [prefixBytes, nonceBytes, sizes.salt, sizes.key + spareBytes]
  const total = lengths.reduce((sum, length) => sum + length, 0)
  const key = await crypto.subtle.importKey('raw', seed, 'HKDF', false, ['deriveBits'])
  const info = utf8(`inspraak-token-chance/v1|${round}|${unit}`)
  const how = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info }
  const bytes = new Uint8Array(await crypto.subtle.deriveBits(how, key, total * 8))
  let at = 0
  const [prefix, nonce, salt, factor] = lengths.map(length => {
    at += length
    return bytes.slice(at - length, at)
  })
  return { prefix: prefix!, nonce: nonce!, salt: salt!, factor: factor! }
}
