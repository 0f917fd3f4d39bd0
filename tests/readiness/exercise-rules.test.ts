import { expect, test } from 'vitest'
import { type Voice, voices } from '~/readiness/cards/rules'
import {
  type Circle,
  codeLetters,
  dotsEach,
  emptyCircle,
  giveDots,
  inHalves,
  largestCircle,
  outcomeOf,
  readCode,
  smallestCircle,
} from '~/readiness/exercise/rules'

/** Lets some people give the same three dots each. */
function after(people: number, given: readonly Voice[], from: Circle = emptyCircle()): Circle {
  let circle = from
  for (let person = 0; person < people; person++) {
    const decision = giveDots(circle, given, `${given}${circle.marks.size}-${person}`)
    if (decision.ok) circle = decision.value
  }
  return circle
}

test('of fewer than eight people nothing is shown, of eight the counts', () => {
  expect(outcomeOf(after(smallestCircle - 1, ['craft', 'craft', 'wait']))).toEqual({ enough: false })
  const shown = outcomeOf(after(smallestCircle, ['craft', 'craft', 'wait']))
  expect(shown).toMatchObject({ enough: true })
  expect(shown.enough && shown.counts).toEqual([
    { voice: 'craft', dots: 16 },
    { voice: 'place', dots: 'few' },
    { voice: 'proof', dots: 'few' },
    { voice: 'keen', dots: 'few' },
    { voice: 'wait', dots: 8 },
  ])
})

test('none, one and two dots look the same; three are counted', () => {
  const countOf = (circle: Circle) => {
    const shown = outcomeOf(circle)
    return shown.enough ? shown.counts.find(({ voice }) => voice === 'place')?.dots : undefined
  }
  const others = after(8, ['craft', 'craft', 'craft'])
  expect(countOf(others)).toBe('few')
  expect(countOf(after(1, ['place', 'craft', 'craft'], others))).toBe('few')
  expect(countOf(after(1, ['place', 'place', 'craft'], others))).toBe('few')
  expect(countOf(after(1, ['place', 'place', 'place'], others))).toBe(3)
})

test('control: an outcome without those limits would show a single dot among two people', () => {
  const { dots } = after(2, ['craft', 'keen', 'keen'])
  expect(Object.values(dots).some(count => count > 0 && count < 3)).toBe(true)
})

test('one phone gives once, without a mark not at all, and nothing after the end', () => {
  const three: Voice[] = ['craft', 'place', 'proof']
  const once = giveDots(emptyCircle(), three, 'phone')
  if (!once.ok) throw new Error(once.because)
  expect(giveDots(once.value, three, 'phone')).toMatchObject({ because: 'alreadyGave' })
  expect(giveDots(once.value, three, undefined)).toMatchObject({ because: 'noMark' })
  expect(giveDots({ ...once.value, isEnded: true }, three, 'other')).toMatchObject({ because: 'givingEnded' })
  expect(giveDots(after(largestCircle, three), three, 'other')).toMatchObject({ because: 'circleFull' })
})

test('an exercise keeps counts and marks, never which dots belong to which mark', () => {
  const circle = after(9, ['craft', 'keen', 'wait'])
  expect(Object.keys(circle).sort()).toEqual(['dots', 'isEnded', 'marks'])
  expect(Object.keys(circle.dots).sort()).toEqual([...voices].sort())
  expect(Object.values(circle.dots).reduce((sum, count) => sum + count)).toBe(9 * dotsEach)
})

test('a code reads in any spelling; letters that look alike are in none', () => {
  expect(readCode(' abc-def ')).toBe('ABCDEF')
  expect(inHalves('ABCDEF')).toBe('ABC-DEF')
  for (const wrong of ['ABCDE', 'ABCDEFG', 'ABCDEI', 'ABCDE0', '']) expect(readCode(wrong)).toBeUndefined()
  expect(codeLetters).not.toMatch(/[ILOQV01]/)
})
