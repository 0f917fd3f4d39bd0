// RSA blind signatures of RFC 9474, the side of the person: RSABSSA-SHA384-PSS-Randomized.
// Only public-key arithmetic happens here, so BigInt's uneven timing betrays no lasting secret:
// the blinding factor is used once and never leaves this device.
import { type Bytes, concat, fromBase64url, hex } from './bytes'
import { prefixBytes } from './token'

/** Bytes of the salt in every signature. @source RFC 9474, section 5, RSABSSA-SHA384-PSS-Randomized */
export const saltBytes = 48

/** Bits. Other sizes are refused. @source anonymity.md §3 M1 */
const allowedModulusBits = [2048, 3072, 4096]

/** Must be exactly this prime: then a malformed modulus spoils every signature instead of leaking. @source anonymity.md §1 */
const exponent = 65537n

const hashBytes = 48

export type IssueKey = { verifier: CryptoKey; n: bigint; bits: number; bytes: number; saltLength: number }

/** A message hidden from the signer, and the secret that takes the hiding off again. */
export type Blinded = { blinded: Bytes; inverse: Bytes }

/** The two random values of section 4.2: from the seed of a token, or to replay the vectors of the RFC. */
export type FixedChance = { salt: Bytes; factor: bigint }

/**
 * Reads a unit's public key.
 *
 * @throws when the modulus is even or of an unusual size, or the exponent is not 65537
 */
export async function importIssueKey(spki: Bytes, saltLength = saltBytes): Promise<IssueKey> {
  const algorithm = { name: 'RSA-PSS', hash: 'SHA-384' }
  const verifier = await crypto.subtle.importKey('spki', spki, algorithm, true, ['verify'])
  const jwk = await crypto.subtle.exportKey('jwk', verifier)
  const n = toNumber(fromBase64url(jwk.n ?? ''))
  const bits = n.toString(2).length
  const sound = allowedModulusBits.includes(bits) && n % 2n === 1n && toNumber(fromBase64url(jwk.e ?? '')) === exponent
  if (!sound) throw new Error('issue key refused')
  return { verifier, n, bits, bytes: bits / 8, saltLength }
}

/** Puts chance before the message (RFC 9474, section 4.1, PrepareRandomize). */
export function prepare(message: Uint8Array, prefix: Bytes = random(prefixBytes)): Bytes {
  return concat(prefix, message)
}

/** Hides a prepared message from the signer (RFC 9474, section 4.2, Blind). */
export async function blind(key: IssueKey, input: Bytes, fixed?: FixedChance): Promise<Blinded> {
  const encoded = toNumber(await encodePss(input, key.bits - 1, fixed?.salt ?? random(key.saltLength)))
  inverseOf(encoded, key.n) // the check that message and modulus share no factor
  const factor = fixed?.factor ?? randomBelow(key)
  const blinded = (encoded * power(factor, exponent, key.n)) % key.n
  return { blinded: toBytes(blinded, key.bytes), inverse: toBytes(inverseOf(factor, key.n), key.bytes) }
}

/**
 * Takes the hiding off a blind signature and verifies what is left (RFC 9474, section 4.4, Finalize).
 *
 * @throws when the signer did not sign what was sent: stop then, and never ask again with another value
 */
export async function finalize(key: IssueKey, input: Bytes, blindSignature: Bytes, inverse: Bytes): Promise<Bytes> {
  if (blindSignature.length !== key.bytes || inverse.length !== key.bytes) throw new Error('unexpected input size')
  const signature = toBytes((toNumber(blindSignature) * toNumber(inverse)) % key.n, key.bytes)
  const algorithm = { name: 'RSA-PSS', saltLength: key.saltLength }
  if (!(await crypto.subtle.verify(algorithm, key.verifier, signature, input))) throw new Error('invalid signature')
  return signature
}

/** Encodes a message for signing (RFC 8017, section 9.1.1, EMSA-PSS-ENCODE with SHA-384 and MGF1). */
async function encodePss(message: Bytes, encodedBits: number, salt: Bytes): Promise<Bytes> {
  const encodedBytes = Math.ceil(encodedBits / 8)
  const hash = await sha384(concat(new Uint8Array(8), await sha384(message), salt))
  const padding = new Uint8Array(encodedBytes - salt.length - hashBytes - 2)
  const block = concat(padding, Uint8Array.of(1), salt)
  const mask = await maskOf(hash, block.length)
  const masked = block.map((byte, at) => byte ^ mask[at]!)
  masked[0]! &= 0xff >> (8 * encodedBytes - encodedBits)
  return concat(masked, hash, Uint8Array.of(0xbc))
}

/** Stretches a seed (RFC 8017, appendix B.2.1, MGF1). */
async function maskOf(seed: Bytes, length: number): Promise<Bytes> {
  let mask: Bytes = new Uint8Array(0)
  for (let counter = 0; mask.length < length; counter++) {
    mask = concat(mask, await sha384(concat(seed, toBytes(BigInt(counter), 4))))
  }
  return mask
}

async function sha384(bytes: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest('SHA-384', bytes))
}

function random(length: number): Bytes {
  return crypto.getRandomValues(new Uint8Array(length))
}

function randomBelow(key: IssueKey): bigint {
  for (;;) {
    const candidate = toNumber(random(key.bytes))
    if (candidate > 0n && candidate < key.n) return candidate
  }
}

/** Makes a blinding factor of many chance bytes; with 16 more than the key has, none is likelier than another. */
export const factorFrom = (bytes: Uint8Array, { n }: IssueKey): bigint => toNumber(bytes) % n

function toNumber(bytes: Uint8Array): bigint {
  return BigInt(`0x${hex(bytes) || '0'}`)
}

function toBytes(number: bigint, length: number): Bytes {
  const digits = number.toString(16).padStart(length * 2, '0')
  if (digits.length > length * 2) throw new Error('integer too large')
  return Uint8Array.from({ length }, (_, at) => Number.parseInt(digits.slice(at * 2, at * 2 + 2), 16))
}

function power(base: bigint, times: bigint, modulus: bigint): bigint {
  let result = 1n
  let square = base % modulus
  for (let left = times; left > 0n; left >>= 1n) {
    if (left & 1n) result = (result * square) % modulus
    square = (square * square) % modulus
  }
  return result
}

/** Inverts modulo n by Euclid's algorithm. @throws when they share a factor */
function inverseOf(number: bigint, n: bigint): bigint {
  let [older, newer] = [n, number % n]
  let [olderFactor, newerFactor] = [0n, 1n]
  while (newer > 0n) {
    const quotient = older / newer
    ;[older, newer] = [newer, older - quotient * newer]
    ;[olderFactor, newerFactor] = [newerFactor, olderFactor - quotient * newerFactor]
  }
  if (older !== 1n) throw new Error('not invertible')
  return olderFactor < 0n ? olderFactor + n : olderFactor
}
