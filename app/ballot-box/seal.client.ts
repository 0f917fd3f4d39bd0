import { type Bytes, concat, utf8 } from './bytes'
import { type Answers, type BallotPlace, boundTo, lengthBytes, paddedBytes, vectorBytes } from './unseal'

/** Reads a round's public box key. */
export function importBoxKey(spki: Bytes): Promise<CryptoKey> {
  return crypto.subtle.importKey('spki', spki, { name: 'RSA-OAEP', hash: 'SHA-256' }, false, ['encrypt'])
}

/** Returns whether answers fit a sealed ballot. */
export function fits(answers: Answers): boolean {
  return utf8(JSON.stringify(answers)).length <= paddedBytes - lengthBytes
}

/**
 * Seals answers so that only the closing of the round can open them, always to the same length.
 *
 * @throws when the answers do not fit
 */
export async function seal(boxKey: CryptoKey, answers: Answers, place: BallotPlace): Promise<Bytes> {
  const text = utf8(JSON.stringify({ v: 1, a: answers.a, c: answers.c }))
  if (text.length > paddedBytes - lengthBytes) throw new Error('too long')
  const padded = new Uint8Array(paddedBytes)
  new DataView(padded.buffer).setUint32(0, text.length)
  padded.set(text, lengthBytes)
  const raw = crypto.getRandomValues(new Uint8Array(32))
  const iv = crypto.getRandomValues(new Uint8Array(vectorBytes))
  const key = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt'])
  const algorithm = { name: 'AES-GCM', iv, additionalData: boundTo(place) }
  const hidden = new Uint8Array(await crypto.subtle.encrypt(algorithm, key, padded))
  return concat(new Uint8Array(await crypto.subtle.encrypt({ name: 'RSA-OAEP' }, boxKey, raw)), iv, hidden)
}
