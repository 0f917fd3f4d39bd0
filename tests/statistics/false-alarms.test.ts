import { describe, expect, test } from 'vitest'
import { type Change, readChange } from '~/statistics/change'

const none: Change = { kind: 'none' }

/** How likely each count is among `n` people of whom a half, or another share, would say so. */
function chancesOf(n: number, share: number): number[] {
  const chances = [(1 - share) ** n]
  for (let count = 1; count <= n; count++) {
    chances.push((chances[count - 1]! * (n - count + 1) * share) / (count * (1 - share)))
  }
  return chances
}

/** Reads every pair of counts once, as if all counts were published exactly: that gives the most alarms. */
function readingsOf(n: number): (was: number, is: number) => Change {
  const exactly = (count: number) => ({ bounds: [count, count] as const, n })
  const all = Array.from({ length: (n + 1) ** 2 }, (_, at) =>
    readChange(exactly(Math.floor(at / (n + 1))), exactly(at % (n + 1))),
  )
  return (was, is) => all[was * (n + 1) + is]!
}

type Alarms = { clear: number; madeClear: number }
type Confirms = (earlier: Change, now: Change, further: number) => boolean

/** Adds up, over everything three rounds of an unchanging group can show, how often a change is called clear. */
function alarmsOf(n: number, share: number, confirms: Confirms): Alarms {
  const [chances, read] = [chancesOf(n, share), readingsOf(n)]
  const alarms = { clear: 0, madeClear: 0 }
  chances.forEach((first, was) => {
    chances.forEach((second, is) => {
      const earlier = read(was, is)
      if (earlier.kind === 'clear') alarms.clear += first * second
      if (earlier.kind !== 'possible') return
      chances.forEach((third, next) => {
        const now = read(is, next)
        if (now.kind !== 'clear' && confirms(earlier, now, next - is)) alarms.madeClear += first * second * third
      })
    })
  })
  return alarms
}

/** The rule of the house: the second change must be possible by itself. */
const possibleTwice: Confirms = (earlier, now) =>
  earlier.kind !== 'none' && now.kind === 'possible' && now.direction === earlier.direction
const anyFurtherStep: Confirms = (earlier, _now, further) =>
  earlier.kind !== 'none' && further !== 0 && further > 0 === (earlier.direction === 'rise')

const groups = [10, 15, 30, 60].flatMap(n => [0.5, 0.7].map(share => [n, share] as const))

describe('where nothing changes', () => {
  test.each(groups)('a group of %i with a share of %f is told of a clear change in about 1 of 20 pairs', (n, share) => {
    const { clear, madeClear } = alarmsOf(n, share, possibleTwice)
    expect(clear).toBeLessThan(0.065)
    expect(madeClear, 'and a second possible change hardly adds to that').toBeLessThan(0.005)
  })

  test.each(groups)('control: counting any further step would alarm a group of %i (%f) far more often', (n, share) => {
    expect(alarmsOf(n, share, anyFurtherStep).madeClear).toBeGreaterThan(0.015)
  })

  test('the rule that is counted here is the rule of the house', () => {
    const read = readingsOf(13)
    const [was, is] = [
      { bounds: [5, 5] as const, n: 13 },
      { bounds: [9, 9] as const, n: 13 },
    ]
    for (const earlier of [none, read(5, 9), read(9, 5)]) {
      expect(readChange(was, is, earlier).kind === 'clear').toBe(possibleTwice(earlier, read(5, 9), 4))
    }
    expect(chancesOf(13, 0.5).reduce((sum, one) => sum + one)).toBeCloseTo(1)
  })
})
