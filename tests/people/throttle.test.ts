import { beforeEach, expect, test } from 'vitest'
import { countTry, forgetAllTries, forgetTries } from '~/people/guessing.server'
import { type Limits, passwordLimits, sourceLimits, type Tries, waitBefore, withOneMore } from '~/people/throttle'

/** Counts how many guesses somebody who never stops gets in a day. */
function guessesInADay(limits: Limits) {
  let tries: Tries | undefined
  let guesses = 0
  for (let atMs = 0; atMs < 86_400_000; guesses++) {
    tries = withOneMore(tries, limits, atMs)
    atMs += Math.max(waitBefore(tries, limits, atMs), 10)
  }
  return guesses
}

test('who keeps guessing gets about a hundred tries a day, not thousands', () => {
  const bearable = (limits: Limits) => guessesInADay(limits) <= 120
  expect(bearable(passwordLimits)).toBe(true)
  const toothless = { ...passwordLimits, longestWaitMs: 1000 }
  expect(bearable(toothless), 'control: without growing waits the check fails').toBe(false)
})

test('nobody is locked out for ever: the longest wait is a quarter of an hour', () => {
  const attacked = { count: 10_000, lastAtMs: 0 }
  expect(waitBefore(attacked, passwordLimits, 0)).toBe(15 * 60_000)
  expect(waitBefore(attacked, passwordLimits, 15 * 60_000)).toBe(0)
})

test('mistyping a few times costs nothing, and a night of rest forgets everything', () => {
  expect(waitBefore({ count: 4, lastAtMs: 0 }, passwordLimits, 0)).toBe(0)
  expect(withOneMore({ count: 50, lastAtMs: 0 }, passwordLimits, 86_400_000).count).toBe(1)
})

const noon = new Date('2026-03-02T12:00:00Z')
const guess = (email: string, sourceKey: string, at = noon) => countTry({ what: 'password', email, sourceKey }, at)
beforeEach(forgetAllTries)

test('fifty guesses at once from fifty sources do not slip through together', () => {
  const waits = Array.from({ length: 50 }, (_, i) => guess('Ada@Voorbeeld.nl ', `source ${i}`))
  expect(waits.filter(wait => wait === 0)).toHaveLength(passwordLimits.free)
  expect(guess('bo@voorbeeld.nl', 'source 1')).toBe(0)
})

test('one source that tries many accounts is slowed down too', () => {
  const waits = Array.from({ length: 600 }, (_, i) => guess(`person${i}@voorbeeld.nl`, 'one source'))
  expect(waits.filter(wait => wait === 0)).toHaveLength(sourceLimits.free)
  expect(guess('bo@voorbeeld.nl', 'another source')).toBe(0)
})

test('a whole office that signs in rightly from one address uses up nothing', () => {
  const arrive = (i: number, isRight: boolean) => {
    const wait = guess(`person${i}@voorbeeld.nl`, 'the office')
    if (isRight) forgetTries({ email: `person${i}@voorbeeld.nl`, sourceKey: 'the office' })
    return wait
  }
  const waited = (isRight: boolean) => Array.from({ length: 1000 }, (_, i) => arrive(i, isRight)).some(wait => wait > 0)
  expect(waited(true)).toBe(false)
  expect(waited(false), 'control: as many wrong ones are slowed').toBe(true)
})

test('the right password wipes the slate of that account', () => {
  for (let i = 0; i < 6; i++) guess('ada@voorbeeld.nl', 'desk')
  expect(guess('ada@voorbeeld.nl', 'desk')).toBeGreaterThan(0)
  forgetTries({ email: 'ADA@voorbeeld.nl', sourceKey: 'desk' })
  expect(guess('ada@voorbeeld.nl', 'desk')).toBe(0)
})
