import { expect, test } from 'vitest'
import { type Voice, voices } from '~/readiness/cards/rules'
import {
  type Circle,
  codeLetters,
  dotsEach,
  emptyCircle,
  fewestCounted,
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

test('of fewer than eight phones nothing is shown, of eight the counts and how many phones there were', () => {
  expect(outcomeOf(after(smallestCircle - 1, ['craft', 'craft', 'wait']))).toEqual({ enough: false })
  const shown = outcomeOf(after(smallestCircle, ['craft', 'craft', 'wait']))
  expect(shown).toMatchObject({ enough: true, phones: 8 })
  expect(shown.enough && shown.counts).toEqual([
    { voice: 'craft', dots: 16 },
    { voice: 'place', dots: 'notCounted' },
    { voice: 'proof', dots: 'notCounted' },
    { voice: 'keen', dots: 'notCounted' },
    { voice: 'wait', dots: 'notCounted' },
  ])
})

/** All ways in which some phones can have given their dots. */
function tablesOf(phones: number, names: readonly Voice[] = voices): Record<string, number>[] {
  const spread = (left: number, [name, ...rest]: readonly Voice[]): Record<string, number>[] => {
    if (!name) return []
    if (rest.length === 0) return [{ [name]: left }]
    return Array.from({ length: left + 1 }, (_, dots) => dots).flatMap(dots =>
      spread(left - dots, rest).map(others => ({ [name]: dots, ...others })),
    )
  }
  return spread(phones * dotsEach, names)
}

type Shown = (table: Record<string, number>) => Record<string, number | 'notCounted'>

const asShown: Shown = table => {
  const marks = new Set(Array.from({ length: smallestCircle }, (_, phone) => `${phone}`))
  const shown = outcomeOf({ dots: table as Record<Voice, number>, marks, isEnded: false })
  if (!shown.enough) throw new Error('eight are enough')
  return Object.fromEntries(shown.counts.map(({ voice, dots }) => [voice, dots]))
}

/** Works out, as anybody can who knows how many phones gave, which counts that are left out can only be one number. */
function workedOut(show: Shown): number {
  const fitting = new Map<string, Record<string, number>[]>()
  for (const table of tablesOf(smallestCircle)) {
    const seen = JSON.stringify(show(table))
    fitting.set(seen, [...(fitting.get(seen) ?? []), table])
  }
  return [...fitting].filter(([seen, tables]) =>
    Object.entries(JSON.parse(seen)).some(
      ([voice, dots]) => dots === 'notCounted' && new Set(tables.map(table => table[voice])).size < 2,
    ),
  ).length
}

const onlySmallOnes: Shown = table =>
  Object.fromEntries(Object.entries(table).map(([voice, dots]) => [voice, dots < 3 ? 'notCounted' : dots]))

test('no count that is left out follows from the others, though everybody gives three dots', () => {
  expect(workedOut(asShown)).toBe(0)
  expect(workedOut(onlySmallOnes), 'control: where only the small ones are left out, many follow').toBeGreaterThan(500)
})

test('fewer than three dots are never counted out; more are, unless a small count would follow from them', () => {
  const shown = (...dots: number[]) =>
    Object.values(asShown(Object.fromEntries(voices.map((voice, place) => [voice, dots[place]!]))))
  for (const table of tablesOf(smallestCircle))
    for (const [voice, dots] of Object.entries(asShown(table)))
      if (dots !== 'notCounted') expect([dots, dots >= fewestCounted]).toEqual([table[voice], true])
  expect(shown(9, 6, 3, 3, 3)).toEqual([9, 6, 3, 3, 3])
  expect(shown(12, 9, 1, 2, 0)).toEqual([12, 9, 'notCounted', 'notCounted', 'notCounted'])
  expect(shown(9, 8, 5, 2, 0)).toEqual([9, 8, 5, 'notCounted', 'notCounted'])
  expect(shown(9, 6, 4, 4, 1), 'two are alike: both').toEqual([9, 6, 'notCounted', 'notCounted', 'notCounted'])
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
