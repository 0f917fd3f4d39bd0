import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bounds, publishedFigure } from '~/pulses/disclosure/rules'
import { isInBounds, middleOf, sayBounds, turnoutOf } from '~/pulses/results/saying'

describe('a count in bounds', () => {
  it('is said as people out of people', () => {
    expect(sayBounds(bounds(9, 14), 14)).toEqual({ kind: 'exactly', value: 9, n: 14 })
    expect(sayBounds(bounds(2, 14), 14)).toEqual({ kind: 'atMost', value: 3, n: 14 })
    expect(sayBounds(bounds(12, 14), 14)).toEqual({ kind: 'atLeast', value: 11, n: 14 })
    expect(sayBounds([40, 52], 120)).toEqual({ kind: 'between', lowest: 40, highest: 52, n: 120 })
  })

  it('never tells nobody from three, or everybody from all but three', () => {
    const telling = (say: (x: number) => unknown) =>
      [0, 1, 2, 3, 11, 12, 13, 14].map(x => JSON.stringify(say(x))).filter((one, at, all) => all.indexOf(one) === at)
    expect(telling(x => sayBounds(bounds(x, 14), 14))).toHaveLength(2)
    expect(
      telling(x => sayBounds([x, x], 14)),
      'control: exact counts tell each apart',
    ).toHaveLength(8)
  })
})

const figures = fc
  .tuple(fc.integer({ min: 7, max: 60 }), fc.nat(60), fc.nat(60))
  .filter(([n, favourable, unfavourable]) => favourable + unfavourable <= n)

describe('those in between', () => {
  it('are as many as the two published counts leave room for, and never fewer than there are', () => {
    fc.assert(
      fc.property(figures, ([n, favourable, unfavourable]) => {
        const [lowest, highest] = middleOf(publishedFigure(n, favourable, unfavourable))
        const middle = n - favourable - unfavourable
        return lowest <= middle && middle <= highest
      }),
    )
  })

  it('are known exactly only when both counts are', () => {
    expect(middleOf(publishedFigure(14, 6, 5))).toEqual([3, 3])
    expect(middleOf(publishedFigure(14, 9, 1))).toEqual([2, 5])
    expect([isInBounds(publishedFigure(14, 6, 5)), isInBounds(publishedFigure(14, 9, 1))]).toEqual([false, true])
  })
})

describe('the turnout', () => {
  it('is told in three steps, each with what it is worth, and never rounded up', () => {
    const told = (counted: number) => turnoutOf({ counted, roster: 1000 })
    expect([399, 400, 599, 600, 1000].map(told)).toEqual(['tooFew', 'careful', 'careful', 'fair', 'fair'])
  })

  it('is not told about fewer than seven ballots, or about nobody', () => {
    expect(turnoutOf({ roster: 100 })).toBeUndefined()
    expect(turnoutOf({ counted: 7, roster: 0 })).toBeUndefined()
  })
})
