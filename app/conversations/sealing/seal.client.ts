import { concat, fromBase64url, toBase64url } from '~/ballot-box/bytes'
import { lockOf, stretching } from '~/people/passphrase'
import type { Language } from '~/people/rules'
import { drawnWords, passphraseOf } from './drawn-words'
import {
  boundToKey,
  boundToPlace,
  boundToWrap,
  keyPrint,
  ownKeyBits,
  type Place,
  padded,
  type StoredKey,
  unlockedBytes,
  vectorBytes,
  type Wrap,
} from './sealed'

const chance = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes))
const boxed = { name: 'RSA-OAEP', hash: 'SHA-256' }

/** Makes somebody's own key. Its private half leaves this function locked with the passphrase, and only so. */
export async function makeOwnKey(personId: string, passphrase: string): Promise<StoredKey> {
  const rsa = { ...boxed, modulusLength: ownKeyBits, publicExponent: Uint8Array.of(1, 0, 1) }
  const pair = await crypto.subtle.generateKey(rsa, true, ['encrypt', 'decrypt'])
  const publicKey = toBase64url(new Uint8Array(await crypto.subtle.exportKey('spki', pair.publicKey)))
  const pkcs8 = await crypto.subtle.exportKey('pkcs8', pair.privateKey)
  return locked(pkcs8, { personId, publicKey }, passphrase)
}

/** Locks the same key with another passphrase. @returns nothing when the present passphrase is wrong */
export async function withNewLock(
  stored: StoredKey,
  personId: string,
  passphrases: { present: string; next: string },
): Promise<StoredKey | undefined> {
  const pkcs8 = await unlockedBytes(stored, personId, passphrases.present)
  return pkcs8 && locked(pkcs8, { personId, publicKey: stored.publicKey }, passphrases.next)
}

/** Draws a passphrase that nobody has to think up. */
export const drawnPassphrase = (language: Language): string => passphraseOf(chance(drawnWords), language)

type Whose = { personId: string; publicKey: string }

async function locked(pkcs8: ArrayBuffer, { personId, publicKey }: Whose, passphrase: string): Promise<StoredKey> {
  const [salt, iv] = [chance(16), chance(vectorBytes)]
  const lock = await lockOf(passphrase, salt, stretching)
  const how = { name: 'AES-GCM', iv, additionalData: boundToKey(personId, publicKey) }
  const lockedKey = toBase64url(new Uint8Array(await crypto.subtle.encrypt(how, lock, pkcs8)))
  return { publicKey, lockedKey, salt: toBase64url(salt), iv: toBase64url(iv), stretching }
}

/** Makes the key of one record. It is used for that record only, so that destroying it destroys nothing else. */
export const makeRecordKey = (): Promise<CryptoKey> =>
  crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, true, ['encrypt', 'decrypt'])

/** Wraps the key of a record for one reader: only that person's own key unwraps it. */
export async function wrapFor(
  recordKey: CryptoKey,
  reader: { personId: string; publicKey: string },
  thingId: string,
): Promise<string> {
  const to = await crypto.subtle.importKey('spki', fromBase64url(reader.publicKey), boxed, false, ['encrypt'])
  const how = { name: 'RSA-OAEP', label: boundToWrap(thingId, reader.personId) }
  const raw = await crypto.subtle.exportKey('raw', recordKey)
  return toBase64url(new Uint8Array(await crypto.subtle.encrypt(how, to, raw)))
}

/** Wraps the key of a record for one reader as it is sent: with the print of the key that it was wrapped for. */
export const wrapToSend = async (
  recordKey: CryptoKey,
  reader: { personId: string; publicKey: string },
  thingId: string,
): Promise<Wrap> => ({
  personId: reader.personId,
  wrapped: await wrapFor(recordKey, reader, thingId),
  forKey: await keyPrint(reader.publicKey),
})

/** Seals words for one place in one record. */
export async function sealWords(recordKey: CryptoKey, words: unknown, place: Place): Promise<string> {
  const iv = chance(vectorBytes)
  const how = { name: 'AES-GCM', iv, additionalData: boundToPlace(place) }
  return toBase64url(concat(iv, new Uint8Array(await crypto.subtle.encrypt(how, recordKey, padded(words)))))
}
