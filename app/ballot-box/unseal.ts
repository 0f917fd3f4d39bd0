import { type Bytes, hex, utf8 } from './bytes'

/** Bytes of the padded text, so that a long remark is as long as none. @source anonymity.md §3 M2 */
export const paddedBytes = 4096

/** Bytes of the wrapped one-time key: one block of RSA-3072. @source anonymity.md §3 M2 */
export const wrappedKeyBytes = 384

/** Bytes of the initialisation vector. @source NIST SP 800-38D, section 8.2 */
export const vectorBytes = 12
/** Bytes before the text that tell its length. @source anonymity.md §3 M2 */
export const lengthBytes = 4

/** Bytes of every sealed ballot: wrapped key, vector, padded text, GCM tag. @source anonymity.md §3 M2 */
export const sealedBytes = wrappedKeyBytes + vectorBytes + paddedBytes + 16

/** What a person answers: a number per item, and a remark that may be empty. */
export type Answers = { v: 1; a: Record<string, number>; c: string }

/** Where a sealed ballot belongs; it opens nowhere else. */
export type BallotPlace = { round: string; unit: string; nullifier: Uint8Array }

/** Writes what is bound to a sealed ballot without being hidden in it. */
export function boundTo(place: BallotPlace): Bytes {
  return utf8(`${place.round}|${place.unit}|${hex(place.nullifier)}`)
}

/** Reads the private half of a round's box key. */
export function importBoxPrivateKey(pkcs8: Bytes): Promise<CryptoKey> {
  return crypto.subtle.importKey('pkcs8', pkcs8, { name: 'RSA-OAEP', hash: 'SHA-256' }, false, ['decrypt'])
}

/**
 * Opens a sealed ballot, in memory only, when its round has closed.
 *
 * @throws when it was sealed for another place, was changed, or holds anything but answers
 */
export async function open(boxPrivateKey: CryptoKey, sealed: Bytes, place: BallotPlace): Promise<Answers> {
  if (sealed.length !== sealedBytes) throw new Error('not a sealed ballot')
  const wrapped = sealed.subarray(0, wrappedKeyBytes)
  const raw = await crypto.subtle.decrypt({ name: 'RSA-OAEP' }, boxPrivateKey, wrapped)
  const key = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['decrypt'])
  const iv = sealed.subarray(wrappedKeyBytes, wrappedKeyBytes + vectorBytes)
  const algorithm = { name: 'AES-GCM', iv, additionalData: boundTo(place) }
  const padded = await crypto.subtle.decrypt(algorithm, key, sealed.subarray(wrappedKeyBytes + vectorBytes))
  const length = new DataView(padded).getUint32(0)
  return readAnswers(
    new TextDecoder('utf-8', { fatal: true }).decode(
      new Uint8Array(padded).subarray(lengthBytes, lengthBytes + length),
    ),
  )
}

function readAnswers(text: string): Answers {
  const { v, a, c } = JSON.parse(text) as Answers
  const isSheet =
    typeof a === 'object' && a !== null && !Array.isArray(a) && Object.values(a).every(Number.isSafeInteger)
  if (v !== 1 || !isSheet || typeof c !== 'string') throw new Error('not answers')
  return { v, a, c }
}
