import {
  constants,
  createPrivateKey,
  createPublicKey,
  generateKeyPair,
  type KeyObject,
  privateDecrypt,
  publicEncrypt,
  timingSafeEqual,
  verify,
} from 'node:crypto'
import { promisify } from 'node:util'

/** Bits. @source anonymity.md §0.1 */
const issueKeyBits = 2048

/** Bits. @source anonymity.md §0.3 */
const boxKeyBits = 3072

/** Bytes. @source RFC 9474, section 5, RSABSSA-SHA384-PSS-Randomized */
const saltLength = 48

export type KeyPair = { publicKey: KeyObject; privateKey: KeyObject }

const makeKeyPair = promisify(generateKeyPair)

/** Makes the key pair that signs the tokens of one unit in one round, and nothing else ever. */
export function generateIssueKey(): Promise<KeyPair> {
  return makeKeyPair('rsa', { modulusLength: issueKeyBits, publicExponent: 65537 })
}

/** Makes the key pair to which the ballots of one round are sealed (RSA-OAEP). */
export function generateBoxKey(): Promise<KeyPair> {
  return makeKeyPair('rsa', { modulusLength: boxKeyBits, publicExponent: 65537 })
}

/** Returns the public half as SPKI in DER. */
export function publicBytes(key: KeyObject): Buffer<ArrayBuffer> {
  return Buffer.from(key.export({ type: 'spki', format: 'der' }))
}

/** Returns the private half as PKCS #8 in DER. Encrypt before it touches a disk. */
export function privateBytes(key: KeyObject): Buffer<ArrayBuffer> {
  return Buffer.from(key.export({ type: 'pkcs8', format: 'der' }))
}

/** Reads a public key from SPKI in DER. */
export function readPublicKey(spki: Uint8Array): KeyObject {
  return createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' })
}

/** Reads a private key from PKCS #8 in DER. */
export function readPrivateKey(pkcs8: Uint8Array): KeyObject {
  return createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' })
}

/**
 * Signs a blinded message without learning it (RFC 9474, section 4.3, BlindSign).
 *
 * The same value gives the same signature, so a repeated request is harmless. The signature is checked
 * against the public key before it leaves: a computing fault would otherwise give the key away.
 *
 * @throws when the value has another length than the modulus or is not below it
 */
export function signBlinded(privateKey: KeyObject, publicKey: KeyObject, blinded: Uint8Array): Buffer {
  if (blinded.length * 8 !== publicKey.asymmetricKeyDetails?.modulusLength) throw new Error('unexpected input size')
  const signature = privateDecrypt({ key: privateKey, padding: constants.RSA_NO_PADDING }, blinded)
  const back = publicEncrypt({ key: publicKey, padding: constants.RSA_NO_PADDING }, signature)
  if (!timingSafeEqual(back, blinded)) throw new Error('signing failure')
  return signature
}

/** Returns whether a token was signed with the unit's key (RFC 9474, section 4.5). */
export function verifyToken(publicKey: KeyObject, input: Uint8Array, signature: Uint8Array): boolean {
  return verify('sha384', input, { key: publicKey, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength }, signature)
}
