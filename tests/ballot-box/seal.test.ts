import { describe, expect, test } from 'vitest'
import { generateBoxKey, privateBytes, publicBytes } from '~/ballot-box/blind-signing.server'
import { fits, importBoxKey, seal } from '~/ballot-box/seal.client'
import { receiptOf } from '~/ballot-box/token'
import { type Answers, importBoxPrivateKey, open, sealedBytes } from '~/ballot-box/unseal'

const keys = await generateBoxKey()
const boxKey = await importBoxKey(publicBytes(keys.publicKey))
const boxPrivateKey = await importBoxPrivateKey(privateBytes(keys.privateKey))
const place = { round: 'R1', unit: 'U1', nullifier: new Uint8Array(32).fill(9) }
const answers = (remark: string, a: Record<string, number> = { P01: 4 }): Answers => ({ v: 1, a, c: remark })
const many = Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`too_old.${at}`, 5]))

describe('a sealed ballot', () => {
  test.each([
    ['nothing answered', answers('', {})],
    ['one answer', answers('')],
    ['twenty answers', answers('', many)],
    ['a remark of 1,000 letters', answers('x'.repeat(1000), many)],
    ['a remark of 1,000 letters of three bytes', answers('€'.repeat(1000), many)],
  ])('has one length: %s', async (_name, given) => {
    const sealed = await seal(boxKey, given, place)
    expect(sealed.length).toBe(4508)
    expect(sealed.length).toBe(sealedBytes)
    expect(await open(boxPrivateKey, sealed, place)).toEqual(given)
  })

  test('control: without the padding the lengths would tell', () => {
    const bare = (given: Answers) => JSON.stringify(given).length
    expect(bare(answers('x'))).not.toBe(bare(answers('')))
  })

  test('holds no readable answer, and is never the same twice', async () => {
    const sealed = [await seal(boxKey, answers('CANARY'), place), await seal(boxKey, answers('CANARY'), place)]
    expect(Buffer.concat(sealed).includes('CANARY')).toBe(false)
    expect(await receiptOf(sealed[0]!)).not.toBe(await receiptOf(sealed[1]!))
    expect(await receiptOf(sealed[0]!)).toMatch(/^[0-9a-f]{64}$/)
  })

  test('opens only in its own round, unit and token', async () => {
    const sealed = await seal(boxKey, answers('secret'), place)
    const other = [{ round: 'R2' }, { unit: 'U2' }, { nullifier: new Uint8Array(32) }]
    for (const change of other) await expect(open(boxPrivateKey, sealed, { ...place, ...change })).rejects.toThrow()
    expect((await open(boxPrivateKey, sealed, place)).c).toBe('secret')
  })

  test('does not open when a bit has changed, or when it holds something else than answers', async () => {
    const sealed = await seal(boxKey, answers(''), place)
    sealed[2000]! ^= 1
    await expect(open(boxPrivateKey, sealed, place)).rejects.toThrow()
    await expect(open(boxPrivateKey, sealed.subarray(1), place)).rejects.toThrow('not a sealed ballot')
    for (const a of [{ P01: 'four' }, { P01: 0.5 }, [], null]) {
      const strange = await seal(boxKey, { v: 1, a, c: '' } as never, place)
      await expect(open(boxPrivateKey, strange, place)).rejects.toThrow('not answers')
    }
  })

  test('is refused before sealing when it does not fit', async () => {
    expect(fits(answers('x'.repeat(4000)))).toBe(true)
    expect(fits(answers('x'.repeat(4092)))).toBe(false)
    await expect(seal(boxKey, answers('x'.repeat(4092)), place)).rejects.toThrow('too long')
  })
})
