import { describe, expect, test } from 'vitest'
import { fromBase64url, toBase64url, utf8 } from '~/ballot-box/bytes'
import {
  canonical,
  checkManifest,
  isCodeOf,
  type Manifest,
  manifestCode,
  readManifest,
  writeManifest,
} from '~/ballot-box/manifest'
import { isYoung, readToken, tokenMessage } from '~/ballot-box/token'
import { makeRound } from './round'

const { manifest, bytes } = await makeRound()

const because = async (change: Partial<Manifest>) => {
  const decision = await checkManifest({ ...manifest, ...change })
  return decision.ok ? 'taken' : decision.because
}
const units = (change: object) => ({ units: manifest.units.map(unit => ({ ...unit, ...change })) })

describe('the one spelling', () => {
  test('sorts keys at every depth and writes no spaces', () => {
    expect(canonical({ b: [1, { d: null, c: true }], a: 'é"' })).toBe('{"a":"é\\"","b":[1,{"c":true,"d":null}]}')
  })

  test.each([[1.5], [Number.NaN], [2 ** 53], [undefined], [new Date(0)], [-0], [{ a: undefined }]])(
    'has no place for %s',
    value => {
      expect(() => canonical(value)).toThrow()
    },
  )

  test('a manifest reads back as it was written', () => {
    expect(readManifest(bytes)).toEqual(manifest)
    expect(writeManifest(readManifest(bytes))).toEqual(bytes)
  })

  test('another spelling, a missing field and an extra field are refused', () => {
    const { rules: _, ...without } = manifest
    expect(() => readManifest(utf8(JSON.stringify(manifest, null, 1)))).toThrow('notCanonical')
    expect(() => readManifest(utf8('{"v":1'))).toThrow('notCanonical')
    expect(() => readManifest(utf8(canonical(without)))).toThrow('unknownShape')
    expect(() => readManifest(utf8(canonical({ ...manifest, tag: 'ada' })))).toThrow('unknownShape')
    expect(() => readManifest(utf8(canonical({ ...manifest, ...units({ tag: 'ada' }) })))).toThrow('unknownShape')
    expect(() => readManifest(utf8(canonical({ ...manifest, round: 'R|1' })))).toThrow('unknownShape')
  })
})

describe('a manifest that a person refuses', () => {
  test.each([
    ['a unit of seven people', units({ roster: 7 }), 'unitTooSmall'],
    ['rules nobody knows', { rules: 'K1.v1' }, 'rulesUnknown'],
    ['another box key than announced', { box_key_sha256: manifest.units[0]!.members_root }, 'boxKeyDiffers'],
    ['one key for two units', units({ issue_key_spki: manifest.units[0]!.issue_key_spki }), 'keyUsedTwice'],
    ['a round that closes before it opens', { closes: '2026-11-01' }, 'daysOutOfOrder'],
    ['no question', { questions: [] }, 'nothingAsked'],
    ['two units of one name', units({ id: 'U1' }), 'namedTwice'],
  ])('%s', async (_name, change, reason) => {
    expect(await because(change)).toBe(reason)
  })

  test('control: the sound one is taken, also with eight people', async () => {
    expect(await because({})).toBe('taken')
    expect(await because(units({ roster: 8 }))).toBe('taken')
  })
})

describe('the code on the poster', () => {
  const zeroes = new Uint8Array(32)

  test('is the first sixty bits in letters that are not mistaken', () => {
    expect(manifestCode(zeroes)).toBe('0000-0000-0000')
    expect(manifestCode(new Uint8Array(32).fill(255))).toBe('ZZZZ-ZZZZ-ZZZZ')
    expect(manifestCode(Uint8Array.of(0b00001_000, 0b10_00011_0, 0b0100_0010, 0b1_00110_00))).toMatch(/^1234-56/)
  })

  test('may be typed sloppily; control: one letter off is another code', () => {
    const code = manifestCode(fromBase64url(manifest.box_key_sha256))
    const sloppy = code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')
    expect(isCodeOf(sloppy, fromBase64url(manifest.box_key_sha256))).toBe(true)
    expect(isCodeOf(code.slice(0, -1) + (code.endsWith('Z') ? 'Y' : 'Z'), fromBase64url(manifest.box_key_sha256))).toBe(
      false,
    )
  })
})

describe('tokens', () => {
  const nonce = new Uint8Array(32).fill(124)
  const input = (text: string) => new Uint8Array([...new Uint8Array(32), ...utf8(text), ...nonce])

  test('say which round and unit they belong to, whatever their chance bytes are', () => {
    expect(readToken(new Uint8Array([...nonce, ...tokenMessage('R1', 'U1', nonce)]))).toEqual({
      round: 'R1',
      unit: 'U1',
    })
  })

  test.each([
    'pulse-token/v1|R1|U1',
    'pulse-token/v2|R1|U1|',
    'pulse-token/v1|R1||',
    'pulse-token/v1|R1|U1|x|',
    '',
    '|',
  ])('with structure "%s" are no tokens', text => expect(readToken(input(text))).toBeUndefined())

  test('are young for twelve hours', () => {
    const drawnAt = new Date('2026-11-24T08:00:00Z')
    expect(isYoung(drawnAt, new Date('2026-11-24T19:59:59Z'))).toBe(true)
    expect(isYoung(drawnAt, new Date('2026-11-24T20:00:00Z'))).toBe(false)
  })
})

test('base64url has one spelling per value: padding and strangers are refused', () => {
  expect(toBase64url(Uint8Array.of(251, 255))).toBe('-_8')
  expect(fromBase64url('-_8')).toEqual(Uint8Array.of(251, 255))
  expect(() => fromBase64url('-_8=')).toThrow()
  expect(() => fromBase64url('+/8')).toThrow()
  expect(() => fromBase64url(' -_8')).toThrow()
})
