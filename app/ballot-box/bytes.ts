/** Bytes that WebCrypto accepts as they are. */
export type Bytes = Uint8Array<ArrayBuffer>

const base64urlOnly = /^[A-Za-z0-9_-]*$/
const chunkBytes = 8192

/** Joins byte strings into one. */
export function concat(...parts: Uint8Array[]): Bytes {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    joined.set(part, at)
    at += part.length
  }
  return joined
}

/** Writes text as UTF-8. */
export function utf8(text: string): Bytes {
  return new TextEncoder().encode(text) as Bytes
}

/** Writes bytes as lower-case hexadecimal. */
export function hex(bytes: Uint8Array): string {
  return Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('')
}

/** Writes bytes as base64url without padding, the form of every binary value in our JSON. */
export function toBase64url(bytes: Uint8Array): string {
  let binary = ''
  for (let at = 0; at < bytes.length; at += chunkBytes) {
    binary += String.fromCharCode(...bytes.subarray(at, at + chunkBytes))
  }
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

/**
 * Reads base64url without padding.
 *
 * @throws when a character does not belong there, so that one value has one spelling
 */
export function fromBase64url(text: string): Bytes {
  if (!base64urlOnly.test(text)) throw new Error('not base64url')
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), character => character.charCodeAt(0))
}

/** Compares two byte strings. Not in constant time: for public values only. */
export function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at])
}

/** Returns the SHA-256 of bytes. */
export async function sha256(bytes: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
}
