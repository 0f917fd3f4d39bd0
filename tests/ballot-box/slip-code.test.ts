import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import {
  inGroups,
  plainSlipCode,
  readSlipCode,
  slipCharacters,
  slipCode,
  slipHash,
  slipLetters,
  slipMarks,
  slipNullifier,
  slipProof,
} from '~/ballot-box/slips/slip-code'

const codes = [slipCode(new Uint8Array(10)), slipCode(new Uint8Array(10).fill(255))]
for (let made = 0; made < 50; made++) codes.push(slipCode(randomBytes(10)))

type Reader = (typed: string) => unknown
const withoutCheck: Reader = typed => (/^[0-9A-HJKMNP-TV-Z]{18}$/.test(typed) ? typed : undefined)
const withOneSum: Reader = typed => {
  const sum = Array.from(typed).reduce((sum, letter) => sum ^ slipLetters.indexOf(letter), 0)
  return sum === 0 ? typed : undefined
}

const put = (code: string, at: number, letter: string) => code.slice(0, at) + letter + code.slice(at + 1)

/** Every code in which one letter is another. */
const oneWrong = (code: string) =>
  Array.from(code).flatMap((right, at) =>
    Array.from(slipLetters)
      .filter(letter => letter !== right)
      .map(letter => put(code, at, letter)),
  )

/** Every code in which two neighbours changed places. */
const swapped = (code: string) =>
  Array.from(code.slice(1), (next, at) => put(put(code, at, next), at + 1, code[at]!)).filter(one => one !== code)

const passed = (read: Reader, wrong: string[]) => wrong.filter(one => read(one) !== undefined).length

describe('a mistake in typing', () => {
  test('every single wrong letter and every swap of neighbours is noticed', () => {
    for (const code of codes) {
      expect(readSlipCode(code)).toBe(code)
      expect(oneWrong(code)).toHaveLength(slipCharacters * 31)
      expect(passed(readSlipCode, [...oneWrong(code), ...swapped(code)])).toBe(0)
    }
  })

  test('every two wrong letters are noticed, wherever they stand', () => {
    const wrong = oneWrong(codes[2]!).flatMap(oneWrong)
    expect(
      passed(
        readSlipCode,
        wrong.filter(one => one !== codes[2]),
      ),
    ).toBe(0)
  })

  test('control: without checks all of them pass, and with a mere sum every swap does', () => {
    expect(passed(withoutCheck, oneWrong(codes[2]!))).toBe(slipCharacters * 31)
    const even = codes[2]!.slice(0, 16).replace(/^(.)/, '$1')
    const sum = Array.from(even).reduce((sum, letter) => sum ^ slipLetters.indexOf(letter), 0)
    const code = even + slipLetters[sum]
    expect(passed(withOneSum, swapped(code))).toBe(swapped(code).length)
  })

  test.each(['', 'X', codes[2]!.slice(1), `${codes[2]}0`, `${codes[2]!.slice(0, 17)}U`, '🂡'.repeat(18)])(
    'what is no code is nothing: %s',
    typed => expect(readSlipCode(typed)).toBeUndefined(),
  )
})

test('case, spaces, dashes and letters that look like digits are forgiven', () => {
  const code = slipCode(new Uint8Array([0, 68, 50, 20, 199, 66, 84, 182, 53, 207]))
  const grouped = inGroups(code)
  expect(grouped).toMatch(/^([0-9A-Z]{4}-){4}[0-9A-Z]{2}$/)
  const asTyped = [
    grouped,
    grouped.toLowerCase(),
    code.split('').join(' '),
    ` ${grouped.replaceAll('-', ' – ')}\t`,
    grouped.replaceAll('0', 'O').replaceAll('1', 'l'),
    grouped.replaceAll('0', 'o').replaceAll('1', 'I'),
  ]
  expect(asTyped.map(readSlipCode)).toEqual(asTyped.map(() => code))
  expect(plainSlipCode('oil-u')).toBe('011U')
})

test('a code is drawn from eighty bits, and every bit counts', () => {
  expect(new Set(codes).size).toBe(codes.length)
  const zero = new Uint8Array(10)
  const one = Array.from({ length: 80 }, (_, bit) => {
    const chance = new Uint8Array(10)
    chance[Math.floor(bit / 8)] = 1 << (bit % 8)
    return slipCode(chance)
  })
  expect(new Set([slipCode(zero), ...one]).size).toBe(81)
  expect(() => slipCode(new Uint8Array(9))).toThrow()
})

test('what is kept differs by round, and from what marks a ballot', async () => {
  const code = codes[2]!
  const kept = await Promise.all([slipHash('R1', code), slipHash('R2', code), slipNullifier('R1', code)])
  expect(new Set(kept.map(hash => Buffer.from(hash).toString('hex'))).size).toBe(3)
  expect(kept.every(hash => hash.length === 32)).toBe(true)
  expect(await slipHash('R1', code)).toEqual(kept[0])
  await expect(slipHash('R1', inGroups(code))).rejects.toThrow()
  await expect(slipHash('R1|', code)).rejects.toThrow()
})

test('the proof of a slip gives both marks and is none of them, nor any stretch of the code', async () => {
  const code = codes[2]!
  const [proof, hash, nullifier] = await Promise.all([slipProof, slipHash, slipNullifier].map(of => of('R1', code)))
  expect(await slipMarks(proof!)).toEqual({ hash, nullifier })
  expect(new Set([proof, hash, nullifier].map(bytes => Buffer.from(bytes!).toString('hex'))).size).toBe(3)
  expect(Buffer.from(proof!).includes(code.slice(0, 4))).toBe(false)
  expect(await slipMarks(await slipProof('R2', code))).not.toEqual({ hash, nullifier })
  expect(await slipMarks(new TextEncoder().encode(code))).not.toEqual({ hash, nullifier })
})
