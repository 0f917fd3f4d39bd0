import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cellsOver, noHistory } from '~/pulses/disclosure/history'
import { publishedFigure } from '~/pulses/disclosure/rules'
import { boundCells, without } from '~/pulses/disclosure/standing'
import { mayRefresh, refresh } from '~/pulses/disclosure/time-rule'
import {
  type Atom,
  alwaysShow,
  attackOverTime,
  oneByOne,
  type Rule,
  type Story,
  sameUnitsOnly,
  standingOnly,
} from '../../scripts/attack/attackers/over-time'
import { atom, stories } from '../../scripts/attack/stage/stories'

function attack(stories: readonly Story[], rule?: Rule) {
  const all = stories.map(story => attackOverTime(story, rule))
  const sum = (key: 'leaks' | 'shown' | 'counted') => all.reduce((total, one) => total + one[key], 0)
  return { leaks: sum('leaks'), shown: sum('shown'), counted: sum('counted') }
}

describe('nobody who was there every time learns what those who came or left answered', () => {
  for (const [name, told] of Object.entries(stories)) {
    test(name, () => {
      expect(attack(told).leaks).toBe(0)
      expect(attack(told, alwaysShow).leaks, 'control: showing everything leaks').toBeGreaterThan(20)
    })
  }

  test('control: a rule that looks at equal units only misses what is merged or cut anew', () => {
    expect(attack(stories['two cells become one']!, sameUnitsOnly).leaks).toBeGreaterThan(500)
    expect(attack(stories['units are cut anew']!, sameUnitsOnly).leaks).toBeGreaterThan(1000)
  })

  test('control: a rule that looks at one new figure at a time misses what falls apart', () => {
    expect(attack(stories['a cell falls apart']!, oneByOne).leaks).toBeGreaterThan(100)
  })

  test('control: a rule that forgets what it replaced misses who left while others were away', () => {
    expect(attack(stories['eight leave and seven come back']!, standingOnly).leaks).toBeGreaterThan(300)
  })

  test('the rule still shows figures: it is not safe by saying nothing', () => {
    const { shown, counted } = attack(stories['a few come and leave']!)
    expect(shown / counted).toBeGreaterThan(0.5)
  })
})

/** Three or four rounds of two or three units, in which one or two small groups come, move and leave. */
const chains = fc
  .record({
    rounds: fc.integer({ min: 3, max: 4 }),
    stay: fc.array(fc.integer({ min: 5, max: 8 }), { minLength: 2, maxLength: 2 }),
    small: fc.array(
      fc.record({
        size: fc.integer({ min: 1, max: 2 }),
        at: fc.array(fc.constantFrom('1', '2', undefined), { minLength: 4, maxLength: 4 }),
      }),
      { minLength: 1, maxLength: 2 },
    ),
  })
  .map(({ rounds, stay, small }) => {
    const always = stay.map((size, at) => atom(size, ...Array.from({ length: rounds }, () => String(at + 1))))
    const atoms = [...always, ...small.map(({ size, at }) => atom(size, ...at.slice(0, rounds)))]
    return { atoms, cellsPerRound: cellsOf(atoms, rounds) }
  })

/** Cuts the cells of each round as a closing does: by head count, and never finer than before. */
function cellsOf(atoms: readonly Atom[], rounds: number): string[][][] {
  const told: string[][][] = []
  for (let round = 0; round < rounds; round++) {
    const count = (unit: string) =>
      atoms.reduce((sum, { size, unitPerRound }) => sum + (unitPerRound[round] === unit ? size : 0), 0)
    const counts = new Map(['1', '2'].map(unit => [unit, count(unit)]))
    const tree = { id: 'all', label: '', children: ['1', '2'].map(id => ({ id, label: '' })) }
    const earlier = new Map([['P01', told.flat().map(unitIds => ({ unitIds }))]])
    told.push(cellsOver(tree as never, counts, 'P01', { ...noHistory, earlier: earlier as never }))
  }
  return told
}

test('over three and four rounds of coming, moving and leaving nobody is found out (T14)', () => {
  let naive = 0
  fc.assert(
    fc.property(chains, story => {
      naive += attackOverTime(story, alwaysShow).leaks
      return attackOverTime(story).leaks === 0
    }),
    { numRuns: 40, seed: 14 },
  )
  expect(naive, 'control: always showing leaks on the very same chains').toBeGreaterThan(1000)
})

describe('what stays together', () => {
  test('units that were counted together stay together, and alone stays alone', () => {
    expect(boundCells([['2', '3'], ['1']])).toEqual([['2', '3'], ['1']])
    expect(boundCells([['1', '2'], ['2', '3'], [], ['4']])).toEqual([['1', '2', '3'], ['4']])
  })

  test('only what no earlier figure binds is cut anew', () => {
    const tree = { id: 'all', label: '', children: ['1', '2', '3'].map(id => ({ id, label: '' })) }
    expect(without(tree, new Set(['1', '3']))?.children).toEqual([{ id: '2', label: '' }])
    expect(without(tree, new Set(['1', '2', '3']))).toBeUndefined()
  })

  test('a part of an earlier figure is held back, whatever it says', () => {
    const members = (from: number, to: number) => new Set(Array.from({ length: to - from }, (_, at) => `p${from + at}`))
    const figure = (n: number, yes: number) => publishedFigure(n, yes, 0)
    const whole = { unitIds: ['1', '2'], memberIds: members(0, 20), figure: figure(20, 10) }
    const halves = [
      { unitIds: ['1'], memberIds: members(0, 10), figure: figure(10, 5) },
      { unitIds: ['2'], memberIds: members(10, 20), figure: figure(10, 5) },
    ]
    expect(refresh(halves, [whole])).toEqual({ shown: [], held: halves })
    expect(refresh(halves, []).shown).toEqual(halves)
  })
})

test('a move that few people cannot make by themselves says nothing about them', () => {
  const before = publishedFigure(20, 5, 5)
  expect(mayRefresh(before, publishedFigure(21, 6, 5), { left: 0, joined: 1 })).toBe(false)
  expect(mayRefresh(before, publishedFigure(21, 9, 5), { left: 0, joined: 1 })).toBe(true)
  expect(mayRefresh(before, publishedFigure(20, 6, 5), { left: 0, joined: 0 })).toBe(true)
})
