import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bounds } from '~/pulses/disclosure/rules'
import { newcombeInterval, outwardDifference } from '~/statistics/newcombe'
import { type Confidence, type Interval, outwardInterval, wilsonInterval } from '~/statistics/wilson'

/** Out of a hundred, with one decimal, as the design writes them. */
const percent = (share: number) => Math.round(share * 1000) / 10
const told = ({ lowest, highest }: Interval) => [percent(lowest), percent(highest)]

const holds = ({ lowest, highest }: Interval, share: number) => lowest <= share && share <= highest
const isWithin = (inner: Interval, outer: Interval) => outer.lowest <= inner.lowest && inner.highest <= outer.highest

/** `count` out of `n`, up to as many people as the largest house has. */
const counted = fc
  .integer({ min: 1, max: 5000 })
  .chain(n => fc.record({ n: fc.constant(n), count: fc.integer({ min: 0, max: n }) }))
const confidence = fc.constantFrom<Confidence>(80, 95)
/** Bounds as they are published: the count itself, or low or high. */
const published = fc
  .integer({ min: 7, max: 60 })
  .chain(n => fc.integer({ min: 0, max: n }).map(count => ({ n, count, bounds: bounds(count, n) })))

describe('the interval of a share', () => {
  test.each([
    [0, 5, [0, 43.4]],
    [3, 7, [15.8, 75]],
    [6, 8, [40.9, 92.9]],
    [7, 10, [39.7, 89.2]],
    [12, 20, [38.7, 78.1]],
    [60, 100, [50.2, 69.1]],
    [5, 20, [11.2, 46.9]],
    [9, 20, [25.8, 65.8]],
  ])('of %i out of %i is that of the design', (count, n, expected) => {
    expect(told(wilsonInterval(count, n))).toEqual(expected)
  })

  test('holds the share, lies between nobody and everybody, and is never a point', () => {
    fc.assert(
      fc.property(counted, confidence, ({ count, n }, sure) => {
        const interval = wilsonInterval(count, n, sure)
        expect(holds(interval, count / n)).toBe(true)
        expect(isWithin(interval, { lowest: 0, highest: 1 })).toBe(true)
        expect(interval.highest).toBeGreaterThan(interval.lowest)
      }),
    )
  })

  test('is the mirror image for those who did not say so', () => {
    fc.assert(
      fc.property(counted, confidence, ({ count, n }, sure) => {
        const [some, others] = [wilsonInterval(count, n, sure), wilsonInterval(n - count, n, sure)]
        expect(some.lowest).toBeCloseTo(1 - others.highest, 12)
        expect(some.highest).toBeCloseTo(1 - others.lowest, 12)
      }),
    )
  })

  test('is wider when it has to be surer, and narrower when more people say the same', () => {
    fc.assert(
      fc.property(counted, ({ count, n }) => {
        const sure = wilsonInterval(count, n)
        expect(isWithin(wilsonInterval(count, n, 80), sure)).toBe(true)
        expect(isWithin(wilsonInterval(4 * count, 4 * n), sure)).toBe(true)
      }),
    )
  })

  test('reaches outward over every count inside the published bounds', () => {
    fc.assert(
      fc.property(published, confidence, ({ n, bounds: [lowest, highest] }, sure) => {
        const outward = outwardInterval([lowest, highest], n, sure)
        for (let count = lowest; count <= highest; count++) {
          expect(isWithin(wilsonInterval(count, n, sure), outward)).toBe(true)
        }
      }),
    )
    expect(told(outwardInterval([0, 3], 14))).toEqual([0, told(wilsonInterval(3, 14))[1]])
  })

  test('control: the plain interval taught at school promises certainty where there is none', () => {
    const plain = (count: number, n: number): Interval => {
      const reach = 1.96 * Math.sqrt((count / n) * ((1 - count / n) / n))
      return { lowest: count / n - reach, highest: count / n + reach }
    }
    expect(plain(0, 5)).toEqual({ lowest: 0, highest: 0 })
    expect(plain(6, 8).highest).toBeGreaterThan(1)
  })

  test('of nobody, or of more people than there are, is a fault', () => {
    for (const [count, n] of [
      [0, 0],
      [-1, 7],
      [8, 7],
      [2.5, 7],
      [Number.NaN, 7],
      [1, Number.POSITIVE_INFINITY],
    ] as const) {
      expect(() => wilsonInterval(count, n)).toThrow(RangeError)
    }
  })
})

describe('the interval of a difference', () => {
  test.each<[number[], number, number[], number[] | undefined]>([
    [[5, 12, 9, 13], 27.6, [-10.1, 56.3], [2.2, 48.6]],
    [[30, 60, 42, 58], 22.4, [4.8, 38.1], undefined],
    [[120, 200, 138, 190], 12.6, [3.2, 21.7], undefined],
    [[56, 70, 48, 80], -20, [-33.4, -5.2], undefined],
  ])('of %j is that of the design', ([was = 0, n = 0, is = 0, m = 0], difference, at95, at80) => {
    const [before, after] = [
      { count: was, n },
      { count: is, n: m },
    ]
    const sure = newcombeInterval(before, after)
    expect(percent(sure.difference)).toBe(difference)
    expect(told(sure)).toEqual(at95)
    if (at80) expect(told(newcombeInterval(before, after, 80))).toEqual(at80)
  })

  test('agrees with the examples of the paper it comes from', () => {
    // Newcombe 1998, table II: 56/70 − 48/80 and 10/10 − 0/10, method 10
    const four = (before: [number, number], after: [number, number]) => {
      const { lowest, highest } = newcombeInterval({ count: before[0], n: before[1] }, { count: after[0], n: after[1] })
      return [lowest.toFixed(4), highest.toFixed(4)]
    }
    expect(four([48, 80], [56, 70])).toEqual(['0.0524', '0.3339'])
    expect(four([0, 10], [10, 10])).toEqual(['0.6075', '1.0000'])
    expect(four([0, 20], [0, 10])).toEqual(['-0.1611', '0.2775'])
  })

  test('holds the difference, stays within the possible, and turns round when time does', () => {
    fc.assert(
      fc.property(counted, counted, confidence, (before, after, sure) => {
        const [there, back] = [newcombeInterval(before, after, sure), newcombeInterval(after, before, sure)]
        expect(holds(there, there.difference)).toBe(true)
        expect(there.lowest).toBeGreaterThanOrEqual(-1 - 1e-12)
        expect(there.highest).toBeLessThanOrEqual(1 + 1e-12)
        expect(there.lowest).toBeCloseTo(-back.highest, 12)
      }),
    )
  })

  test('reaches outward over every pair of counts inside the published bounds', () => {
    fc.assert(
      fc.property(published, published, confidence, (before, after, sure) => {
        const { least, most } = outwardDifference(before, after, sure)
        for (let was = before.bounds[0]; was <= before.bounds[1]; was++) {
          for (let is = after.bounds[0]; is <= after.bounds[1]; is++) {
            const one = newcombeInterval({ count: was, n: before.n }, { count: is, n: after.n }, sure)
            expect(least.lowest).toBeLessThanOrEqual(one.lowest + 1e-12)
            expect(most.highest).toBeGreaterThanOrEqual(one.highest - 1e-12)
            expect(least.difference).toBeLessThanOrEqual(one.difference)
            expect(most.difference).toBeGreaterThanOrEqual(one.difference)
          }
        }
      }),
    )
  })
})
