import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bounds, commentCell, mayBeShown, partition, publishedFigure, sumOfFigures } from '~/pulses/disclosure/rules'
import { unitIdsOf } from '~/pulses/units'
import { asUnitTree, nested, unitTree } from './organisations'

const counts = (perUnit: Record<string, number>) => new Map(Object.entries(perUnit))

describe('a count in bounds', () => {
  it.each([
    [0, 12, [0, 3]],
    [3, 12, [0, 3]],
    [4, 12, [4, 4]],
    [8, 12, [8, 8]],
    [9, 12, [9, 12]],
    [12, 12, [9, 12]],
    [3, 7, [0, 3]],
    [4, 7, [4, 7]],
    [4, 8, [4, 4]],
  ])('%i of %i is told as %j', (x, n, told) => {
    expect(bounds(x, n)).toEqual(told)
  })

  it('always holds the true count', () => {
    for (let n = 7; n <= 40; n += 1)
      for (let x = 0; x <= n; x += 1) {
        const [lowest, highest] = bounds(x, n)
        expect(lowest <= x && x <= highest).toBe(true)
      }
  })
})

describe('a figure', () => {
  it('tells how many answered, and two counts in bounds', () => {
    expect(publishedFigure(14, 9, 2)).toEqual({ n: 14, favourable: [9, 9], unfavourable: [0, 3] })
  })

  it('does not exist below seven answers, or for an impossible count', () => {
    expect(mayBeShown(6)).toBe(false)
    expect(mayBeShown(7)).toBe(true)
    expect(() => publishedFigure(6, 3, 3)).toThrow(RangeError)
    expect(() => publishedFigure(8, 5, 4)).toThrow(RangeError)
    expect(() => publishedFigure(8, -1, 4)).toThrow(RangeError)
  })

  it('of a department is the sum of what was published in it', () => {
    const sum = sumOfFigures([publishedFigure(8, 4, 1), publishedFigure(12, 10, 0)])
    expect(sum).toEqual({ n: 20, favourable: [13, 16], unfavourable: [0, 6] })
    expect(sumOfFigures([])).toEqual({ n: 0, favourable: [0, 0], unfavourable: [0, 0] })
  })
})

describe('the division into cells', () => {
  const tree = unitTree('org', unitTree('north', 'U1', 'U2', 'U3'), unitTree('south', 'U4', 'U5'))

  it('gives a unit with seven answers its own cell', () => {
    expect(partition(tree, counts({ U1: 7, U2: 7, U3: 7, U4: 7, U5: 7 }))).toEqual([
      ['U1'],
      ['U2'],
      ['U3'],
      ['U4'],
      ['U5'],
    ])
  })

  it('pools small units in their department when they are enough together', () => {
    expect(partition(tree, counts({ U1: 3, U2: 9, U3: 4, U4: 7, U5: 8 }))).toEqual([
      ['U1', 'U3'],
      ['U2'],
      ['U4'],
      ['U5'],
    ])
  })

  it('pools them one level higher when they are not', () => {
    expect(partition(tree, counts({ U1: 3, U2: 9, U3: 8, U4: 4, U5: 8 }))).toEqual([
      ['U1', 'U4'],
      ['U2'],
      ['U3'],
      ['U5'],
    ])
  })

  it('adds what is left at the top to the smallest cell, the first one of equals', () => {
    expect(partition(tree, counts({ U1: 9, U2: 8, U3: 10, U4: 8, U5: 2 }))).toEqual([
      ['U1'],
      ['U2', 'U5'],
      ['U3'],
      ['U4'],
    ])
  })

  it('makes one cell of everything when that is what it takes, and none below seven', () => {
    expect(partition(tree, counts({ U1: 2, U2: 1, U4: 4 }))).toEqual([['U1', 'U2', 'U3', 'U4', 'U5']])
    expect(partition(tree, counts({ U1: 2, U4: 4 }))).toEqual([])
  })

  it('knows an organisation of one unit', () => {
    expect(partition({ id: 'U1', label: 'All' }, counts({ U1: 8 }))).toEqual([['U1']])
  })
})

describe('the division of comments', () => {
  const organisations = nested(fc.nat({ max: 16 })).map(asUnitTree)
  const cases = { numRuns: 5000, seed: 20_261_204 }

  /** The promise: every comment in exactly one cell, ten or more in it, and from more than one unit if there is one. */
  const keepsThePromise = (rule: typeof commentCell) =>
    fc.property(organisations, ({ tree, leaves }) => {
      const all = unitIdsOf(tree)
      const written = (unitIds: string[]) => unitIds.reduce((sum, id) => sum + (leaves.get(id) ?? 0), 0)
      const cells = partition(tree, leaves, rule)
      expect(cells.flat().sort()).toEqual(written(all) >= 10 ? all.sort() : [])
      expect(cells.every(cell => written(cell) >= 10)).toBe(true)
      expect(cells.every(cell => cell.length > 1 || all.length === 1)).toBe(true)
    })

  it('never makes a cell below ten, or of one unit among several', () => {
    fc.assert(keepsThePromise(commentCell), cases)
  })

  it.each([
    { people: 10, units: 1 },
    { people: 9, units: 2 },
  ])('and the check notices a rule of %j', rule => {
    expect(fc.check(keepsThePromise(rule), cases).failed).toBe(true)
  })
})
