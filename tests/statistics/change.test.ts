import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Bounds, bounds } from '~/pulses/disclosure/rules'
import { type Change, readChange } from '~/statistics/change'
import type { Published } from '~/statistics/newcombe'

const exactly = (count: number, n: number): Published => ({ bounds: [count, count], n })
const between = (lowest: number, highest: number, n: number): Published => ({ bounds: [lowest, highest], n })
const none: Change = { kind: 'none' }
const rise = (kind: 'clear' | 'possible'): Change => ({ kind, direction: 'rise' })
const fall = (kind: 'clear' | 'possible'): Change => ({ kind, direction: 'fall' })

describe('a change', () => {
  test.each<[number[], Change]>([
    [[5, 12, 9, 13], rise('possible')],
    [[30, 60, 42, 58], rise('clear')],
    [[120, 200, 138, 190], rise('clear')],
    [[56, 70, 48, 80], fall('clear')],
    [[30, 60, 30, 60], none],
    [[7, 14, 9, 14], none],
  ])('of %j is read as in the design', ([was = 0, n = 0, is = 0, m = 0], expected) => {
    expect(readChange(exactly(was, n), exactly(is, m))).toEqual(expected)
  })

  test('of less than ten points is not told, however sure it is', () => {
    expect(readChange(exactly(5000, 10000), exactly(5999, 10000))).toEqual(none)
    expect(readChange(exactly(5000, 10000), exactly(6000, 10000))).toEqual(rise('clear'))
    expect(readChange(exactly(6000, 10000), exactly(5000, 10000))).toEqual(fall('clear'))
    expect(0.6 - 0.5, 'for a computer this is less than ten points').toBeLessThan(0.1)
  })

  test('has its ten points for the least favourable counts too', () => {
    expect(readChange(between(480, 500, 1000), exactly(600, 1000))).toEqual(rise('clear'))
    expect(readChange(between(480, 501, 1000), exactly(600, 1000))).toEqual(none)
    expect(readChange(exactly(600, 1000), between(480, 501, 1000))).toEqual(none)
  })

  test('that is possible becomes clear when the next round moves the same way again', () => {
    const again = (earlier?: Change) => readChange(exactly(5, 12), exactly(9, 13), earlier)
    expect(again(rise('possible'))).toEqual(rise('clear'))
    expect(again(rise('clear'))).toEqual(rise('clear'))
    expect(again(fall('possible'))).toEqual(rise('possible'))
    expect(again(none)).toEqual(rise('possible'))
    expect(readChange(exactly(9, 13), exactly(10, 13), rise('possible')), 'one further step proves little').toEqual(
      none,
    )
  })
})

const kinds: Change[] = [none, rise('possible'), fall('possible'), rise('clear'), fall('clear')]
const figure = fc
  .integer({ min: 7, max: 300 })
  .chain(n => fc.integer({ min: 0, max: n }).map(count => ({ n, bounds: bounds(count, n) })))
const turned = ({ n, bounds: [lowest, highest] }: Published): Published => ({ n, bounds: [n - highest, n - lowest] })
const opposite = (change: Change): Change =>
  change.kind === 'none' ? none : { ...change, direction: change.direction === 'rise' ? 'fall' : 'rise' }

test('what rises for some falls for the others, and what rose falls back', () => {
  fc.assert(
    fc.property(figure, figure, fc.constantFrom(...kinds), (before, after, earlier) => {
      const change = readChange(before, after, earlier)
      expect(readChange(turned(before), turned(after), opposite(earlier))).toEqual(opposite(change))
      expect(readChange(after, before, opposite(earlier))).toEqual(opposite(change))
    }),
  )
})

const order = ['none', 'possible', 'clear']

/** Tells whether no choice of true counts inside the bounds would have said less than the reading does. */
function isBorneOut(read: typeof readChange, before: Published, after: Published): boolean {
  const said = read(before, after)
  const countsIn = ([lowest, highest]: Bounds) => Array.from({ length: highest - lowest + 1 }, (_, add) => lowest + add)
  return countsIn(before.bounds).every(was =>
    countsIn(after.bounds).every(is => {
      const truly = readChange(exactly(was, before.n), exactly(is, after.n))
      if (said.kind === 'none') return true
      const sameWay = truly.kind !== 'none' && truly.direction === said.direction
      return sameWay && order.indexOf(truly.kind) >= order.indexOf(said.kind)
    }),
  )
}

test('no reading says more than the true counts would, whichever they are', () => {
  fc.assert(fc.property(figure, figure, (before, after) => isBorneOut(readChange, before, after)))
})

test('control: a reading from the middle of the bounds says more than some true counts would', () => {
  const middle = ({ bounds: [lowest, highest], n }: Published) => exactly(Math.round((lowest + highest) / 2), n)
  const careless: typeof readChange = (before, after) => readChange(middle(before), middle(after))
  expect(isBorneOut(careless, between(0, 3, 14), between(6, 6, 14))).toBe(false)
  expect(isBorneOut(readChange, between(0, 3, 14), between(6, 6, 14))).toBe(true)
})
