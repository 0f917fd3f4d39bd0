import { type Bytes, utf8 } from '~/ballot-box/bytes'

// What only somebody's head holds, and how a key is made of it. A passphrase never leaves the browser it is typed in.

/** Characters of a passphrase. Whoever finds what it locks may guess for as long as they like. @source witness-program.mjs, as for the key of a witness */
export const shortestPassphrase = 12

/** Rounds of PBKDF2-HMAC-SHA-256 between a passphrase and a key. @source OWASP Password Storage Cheat Sheet, "PBKDF2" */
export const stretching = 600_000

/** Above this a doctored file would only keep a computer busy. */
export const mostStretching = 20 * stretching

/** Makes a key of a passphrase, slowly, so that whoever finds what it locks cannot try many. */
export async function lockOf(passphrase: string, salt: Bytes, iterations: number): Promise<CryptoKey> {
  const typed = utf8(passphrase.normalize('NFC'))
  const base = await crypto.subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveKey'])
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations }
  return crypto.subtle.deriveKey(how, base, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
}
