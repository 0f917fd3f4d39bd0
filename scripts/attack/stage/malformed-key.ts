import { createPublicKey, generatePrimeSync } from 'node:crypto'
import { publicBytes } from '~/ballot-box/blind-signing.server'
import type { Bytes } from '~/ballot-box/bytes'

const exponent = 65537n

/**
 * A signer that wants to mark people: 65537 divides p − 1, so raising to it loses information, and the residue
 * class of what is sent in shows who sent it. It signs as well as such a key can.
 */
export function malformedKey(): { spki: Bytes; sign: (blinded: Uint8Array) => Bytes } {
  const p = generatePrimeSync(1024, { add: 2n * exponent, rem: 1n, bigint: true })
  const q = generatePrimeSync(1024, { bigint: true })
  const n = p * q
  if (n.toString(2).length !== 2048) return malformedKey()
  const jwk = { kty: 'RSA', n: Buffer.from(n.toString(16), 'hex').toString('base64url'), e: 'AQAB' }
  const sign = (blinded: Uint8Array): Bytes => {
    const s = power(BigInt(`0x${Buffer.from(blinded).toString('hex')}`), 12345n, n)
    return Uint8Array.from(Buffer.from(s.toString(16).padStart(512, '0'), 'hex'))
  }
  return { spki: publicBytes(createPublicKey({ key: jwk, format: 'jwk' })), sign }
}

function power(base: bigint, times: bigint, modulus: bigint): bigint {
  let [result, square] = [1n, base % modulus]
  for (let left = times; left > 0n; left >>= 1n) {
    if (left & 1n) result = (result * square) % modulus
    square = (square * square) % modulus
  }
  return result
}
