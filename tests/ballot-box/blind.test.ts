import { createPrivateKey, createPublicKey, generateKeyPairSync, randomBytes } from 'node:crypto'
import { RSABSSA } from '@cloudflare/blindrsa-ts'
import { describe, expect, test, vi } from 'vitest'
import { blind, finalize, importIssueKey, prepare } from '~/ballot-box/blind.client'
import {
  generateIssueKey,
  publicBytes,
  readPrivateKey,
  signBlinded,
  verifyToken,
} from '~/ballot-box/blind-signing.server'
import type { Bytes } from '~/ballot-box/bytes'
import { concat, hex } from '~/ballot-box/bytes'
import { malformedKey } from '../../scripts/attack/stage/malformed-key'
import vectors from './rfc9474.json'

// Here keys are made anew, as on a server.
vi.unmock('~/ballot-box/blind-signing.server')

const bytes = (digits: string): Bytes => Uint8Array.from(Buffer.from(digits, 'hex'))
const base64url = (digits: string) =>
  Buffer.from(digits.length % 2 ? `0${digits}` : digits, 'hex').toString('base64url')
const big = (digits: string) => BigInt(`0x${digits}`)
const { n, e, d, p, q } = vectors.key

const inverse = (of: bigint, modulus: bigint) => {
  let [older, newer, olderFactor, newerFactor] = [modulus, of % modulus, 0n, 1n]
  while (newer > 0n) {
    const times = older / newer
    ;[older, newer, olderFactor, newerFactor] = [
      newer,
      older - times * newer,
      newerFactor,
      olderFactor - times * newerFactor,
    ]
  }
  return (olderFactor + modulus) % modulus
}

const part = (number: bigint) => base64url(number.toString(16))
const rfcPrivateKey = createPrivateKey({
  format: 'jwk',
  key: {
    kty: 'RSA',
    n: base64url(n),
    e: base64url(e),
    d: base64url(d),
    p: base64url(p),
    q: base64url(q),
    dp: part(big(d) % (big(p) - 1n)),
    dq: part(big(d) % (big(q) - 1n)),
    qi: part(inverse(big(q), big(p))),
  },
})
const rfcPublicKey = createPublicKey(rfcPrivateKey)

describe('the vectors of RFC 9474', () => {
  const factorOf = (set: (typeof vectors.sets)[number]) => inverse(big(set.inverse), big(n))

  test.each(vectors.sets)('$name comes out bit for bit', async set => {
    const key = await importIssueKey(publicBytes(rfcPublicKey), set.salt.length / 2)
    const input = concat(bytes(set.prefix), bytes(set.message))
    expect(hex(input)).toBe(set.input)
    const hidden = await blind(key, input, { salt: bytes(set.salt), factor: factorOf(set) })
    expect(hex(hidden.blinded)).toBe(set.blinded)
    expect(big(hex(hidden.inverse))).toBe(big(set.inverse))
    const signed = signBlinded(rfcPrivateKey, rfcPublicKey, hidden.blinded)
    expect(hex(signed)).toBe(set.blindSignature)
    expect(hex(await finalize(key, input, Uint8Array.from(signed), hidden.inverse))).toBe(set.signature)
  })

  test('control: another salt length or one flipped bit does not pass', async () => {
    const set = vectors.sets[0]!
    const withoutSalt = await importIssueKey(publicBytes(rfcPublicKey), 0)
    const signed = bytes(set.blindSignature)
    await expect(finalize(withoutSalt, bytes(set.input), signed, bytes(set.inverse))).rejects.toThrow(
      'invalid signature',
    )
    const key = await importIssueKey(publicBytes(rfcPublicKey))
    signed[9]! ^= 1
    await expect(finalize(key, bytes(set.input), signed, bytes(set.inverse))).rejects.toThrow('invalid signature')
  })
})

test('tokens pass between our code and @cloudflare/blindrsa-ts in both directions', async () => {
  const suite = RSABSSA.SHA384.PSS.Randomized()
  const theirs = await RSABSSA.SHA384.generateKey({ publicExponent: Uint8Array.of(1, 0, 1), modulusLength: 2048 })
  const privateKey = readPrivateKey(new Uint8Array(await crypto.subtle.exportKey('pkcs8', theirs.privateKey)))
  const publicKey = createPublicKey(privateKey)
  const key = await importIssueKey(publicBytes(publicKey))
  for (const message of [randomBytes(40), randomBytes(7)]) {
    const input = prepare(message)
    const ours = await blind(key, input)
    const theirSigned = await suite.blindSign(theirs.privateKey, ours.blinded)
    const signature = await finalize(key, input, Uint8Array.from(theirSigned), ours.inverse)
    expect(await suite.verify(theirs.publicKey, signature, input)).toBe(true)

    const theirInput = suite.prepare(message)
    const hidden = await suite.blind(theirs.publicKey, theirInput)
    const ourSigned = new Uint8Array(signBlinded(privateKey, publicKey, hidden.blindedMsg))
    expect(
      verifyToken(publicKey, theirInput, await suite.finalize(theirs.publicKey, theirInput, ourSigned, hidden.inv)),
    ).toBe(true)
  }
}, 60_000)

test('the same blinded value gives the same signature, another value another one', async () => {
  const { publicKey, privateKey } = await generateIssueKey()
  const key = await importIssueKey(publicBytes(publicKey))
  const one = await blind(key, prepare(randomBytes(32)))
  const other = await blind(key, prepare(randomBytes(32)))
  const first = signBlinded(privateKey, publicKey, one.blinded)
  expect(signBlinded(privateKey, publicKey, one.blinded).equals(first)).toBe(true)
  expect(signBlinded(privateKey, publicKey, other.blinded).equals(first)).toBe(false)
  expect(() => signBlinded(privateKey, publicKey, one.blinded.subarray(1))).toThrow()
  expect(() => signBlinded(privateKey, publicKey, new Uint8Array(256).fill(255))).toThrow()
})

describe('keys that a person refuses', () => {
  const spki = (bits: number, publicExponent = 65537) =>
    publicBytes(generateKeyPairSync('rsa', { modulusLength: bits, publicExponent }).publicKey)

  test('an exponent other than 65537, and a modulus of another size', async () => {
    await expect(importIssueKey(spki(2048, 3))).rejects.toThrow('issue key refused')
    await expect(importIssueKey(spki(1024))).rejects.toThrow('issue key refused')
    await expect(importIssueKey(spki(2056))).rejects.toThrow('issue key refused')
  })

  test('control: a sound key of 2048 and of 3072 bits is taken', async () => {
    expect((await importIssueKey(spki(2048))).bits).toBe(2048)
    expect((await importIssueKey(spki(3072))).bytes).toBe(384)
  })
})

test('a malformed modulus never gives a valid token, so its tagging shows', async () => {
  const { spki, sign } = malformedKey()
  const key = await importIssueKey(spki)
  for (let attempt = 0; attempt < 5; attempt++) {
    const input = prepare(randomBytes(32))
    const { blinded, inverse: off } = await blind(key, input)
    await expect(finalize(key, input, sign(blinded), off)).rejects.toThrow('invalid signature')
  }
})
