import { type Bytes, concat, fromBase64url, hex, sha256, utf8 } from '~/ballot-box/bytes'
import { lockOf, mostStretching, stretching } from '~/people/passphrase'

// How the words of a one-to-one and of a development plan are opened. Everything here runs in the browser of somebody who
// may read them; the server keeps these values and can open none. What makes them stands in `seal.client.ts`.

/** Bits of everybody's own key. @source NIST SP 800-57 part 1 rev. 5, table 2: 3072 bits of RSA are 128 bits of strength */
export const ownKeyBits = 3072

/** Bytes of the initialisation vector. @source NIST SP 800-38D, section 8.2 */
export const vectorBytes = 12

/** Sealed words are padded to a multiple of this many bytes: their length tells nothing of a word more or less. @source decision 15 */
export const paddedTo = 1024

/** Bytes before the words that tell their length. @source decision 15 */
export const lengthBytes = 4

/** Somebody's own key as it is stored: the half that everybody may know, and the other half behind a passphrase. */
export type StoredKey = { publicKey: string; lockedKey: string; salt: string; iv: string; stretching: number }

/** The key of a record or plan, wrapped for one reader, and the print of the public key that it was wrapped for. */
export type Wrap = { personId: string; wrapped: string; forKey: string }

/** Which words these are. Sealed words open in no other place: not in another record, part or version. */
export type Place = { thingId: string; part: 'shared' | 'own' | 'objection' | 'plan'; version: number }

/** Returns what is bound to an own key without being hidden in it. */
export const boundToKey = (personId: string, publicKey: string): Bytes =>
  utf8(`inspraak-own-key/v1\n${personId}\n${publicKey}`)

/** Returns what is bound to a wrapped key: for which record, and for whom. */
export const boundToWrap = (thingId: string, personId: string): Bytes =>
  utf8(`inspraak-wrap/v1\n${thingId}\n${personId}`)

/** Returns what is bound to sealed words without being hidden in them. */
export const boundToPlace = ({ thingId, part, version }: Place): Bytes =>
  utf8(`inspraak-words/v1\n${thingId}\n${part}\n${version}`)

/** Opens an own key. @returns nothing for a wrong passphrase or a changed key: nobody can tell which */
export async function openOwnKey(
  stored: StoredKey,
  personId: string,
  passphrase: string,
): Promise<CryptoKey | undefined> {
  const pkcs8 = await unlockedBytes(stored, personId, passphrase)
  return pkcs8 && crypto.subtle.importKey('pkcs8', pkcs8, { name: 'RSA-OAEP', hash: 'SHA-256' }, false, ['decrypt'])
}

/** Unlocks the private half of an own key, to open it or to lock it anew. @returns nothing for a wrong passphrase or a changed key */
export async function unlockedBytes(
  stored: StoredKey,
  personId: string,
  passphrase: string,
): Promise<ArrayBuffer | undefined> {
  if (!(stored.stretching >= stretching && stored.stretching <= mostStretching)) return undefined
  try {
    const lock = await lockOf(passphrase, fromBase64url(stored.salt), stored.stretching)
    const how = {
      name: 'AES-GCM',
      iv: fromBase64url(stored.iv),
      additionalData: boundToKey(personId, stored.publicKey),
    }
    return await crypto.subtle.decrypt(how, lock, fromBase64url(stored.lockedKey))
  } catch {
    return undefined
  }
}

/** Unwraps the key of a record that was wrapped for somebody. @returns nothing when it was wrapped for another key, person or record */
export async function unwrapRecordKey(
  opener: CryptoKey,
  wrapped: string,
  to: { thingId: string; personId: string },
): Promise<CryptoKey | undefined> {
  try {
    const how = { name: 'RSA-OAEP', label: boundToWrap(to.thingId, to.personId) }
    const raw = await crypto.subtle.decrypt(how, opener, fromBase64url(wrapped))
    return await crypto.subtle.importKey('raw', raw, 'AES-GCM', true, ['encrypt', 'decrypt'])
  } catch {
    return undefined
  }
}

/** Opens sealed words. @returns nothing when they were changed, or sealed for another place or with another key */
export async function openWords<Words>(recordKey: CryptoKey, sealed: string, place: Place): Promise<Words | undefined> {
  try {
    const bytes = fromBase64url(sealed)
    const how = { name: 'AES-GCM', iv: bytes.subarray(0, vectorBytes), additionalData: boundToPlace(place) }
    const padded = new Uint8Array(await crypto.subtle.decrypt(how, recordKey, bytes.subarray(vectorBytes)))
    const length = new DataView(padded.buffer).getUint32(0)
    return JSON.parse(
      new TextDecoder('utf-8', { fatal: true }).decode(padded.subarray(lengthBytes, lengthBytes + length)),
    )
  } catch {
    return undefined
  }
}

/** Puts words in as many blocks as they need, and says before them how long they are. */
export function padded(words: unknown): Bytes {
  const text = utf8(JSON.stringify(words))
  const length = Math.ceil((lengthBytes + text.length) / paddedTo) * paddedTo
  const before = new Uint8Array(lengthBytes)
  new DataView(before.buffer).setUint32(0, text.length)
  return concat(before, text, new Uint8Array(length - lengthBytes - text.length))
}

/**
 * Returns the print of a public key, in 32 digits of base 16. A wrap names by it for which key it was made: one for a key
 * that was replaced meanwhile opens for nobody, and is refused.
 */
export const keyPrint = async (publicKey: string): Promise<string> =>
  hex((await sha256(utf8(publicKey))).subarray(0, 16))

/**
 * Returns twelve digits for a public key. Two people who sit together compare them, to know that nobody put another
 * key in between.
 */
export async function checkDigits(publicKey: string): Promise<string> {
  const first = hex((await sha256(utf8(publicKey))).subarray(0, 8))
  const digits = (BigInt(`0x${first}`) % 10n ** 12n).toString().padStart(12, '0')
  return digits.replace(/(\d{4})(?=\d)/g, '$1 ')
}
