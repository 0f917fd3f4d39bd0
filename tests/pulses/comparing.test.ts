import { describe, expect, it } from 'vitest'
import { type Coverage, compare, isSameGroup, type Measured } from '~/pulses/results/over-time/comparing'

const group = (units: Record<string, number>): Coverage => new Map(Object.entries(units))
const team = group({ '/ A': 100 })

/** So many of so many positive, about a group. */
const counted = (positive: number, n: number, coverage = team, isNew = true): Measured => ({
  coverage,
  figure: { n, favourable: [positive, positive], unfavourable: [4, 4] },
  isNew,
})

/** Compares a figure with earlier ones, the latest first, in rounds 9, 8, 7, … */
const compared = (now: Measured, ...past: Measured[]) =>
  compare(
    'agree5',
    now,
    past.map((one, place) => ({ number: 9 - place, groups: [one] })),
  )

describe('a figure beside the one before it', () => {
  it.each([
    [[5, 12], [9, 13], { kind: 'possible', direction: 'rise', since: 9 }],
    [[30, 60], [42, 58], { kind: 'clear', direction: 'rise', since: 9 }],
    [[120, 200], [138, 190], { kind: 'clear', direction: 'rise', since: 9 }],
    [[56, 70], [48, 80], { kind: 'clear', direction: 'fall', since: 9 }],
    [[30, 60], [33, 60], { kind: 'none', since: 9 }],
  ] as const)('is called as the design has it: %j, then %j', ([k, n], [l, m], change) => {
    expect(compared(counted(l, m), counted(k, n))).toEqual(change)
  })

  it('is told by how many meet a barrier as high, not as low', () => {
    const high = (people: number): Measured => ({
      coverage: team,
      figure: { n: 60, favourable: [10, 10], unfavourable: [people, people] },
      isNew: true,
    })
    expect(compare('barrier', high(45), [{ number: 9, groups: [high(25)] }])).toMatchObject({ direction: 'rise' })
  })

  it('takes the least favourable choice within its bounds', () => {
    const inBounds: Measured = { ...counted(0, 60), figure: { n: 60, favourable: [20, 40], unfavourable: [4, 4] } }
    expect(compared(counted(42, 58), inBounds)).toEqual({ kind: 'none', since: 9 })
    expect(compared(counted(42, 58), counted(20, 60)), 'control: the best choice').toMatchObject({ kind: 'clear' })
  })

  it('that was possible twice, the same way, is clear', () => {
    const [first, second, third] = [counted(5, 12), counted(9, 13), counted(12, 13)]
    expect(compared(second, first)).toMatchObject({ kind: 'possible' })
    expect(compared(third, second, first)).toEqual({ kind: 'clear', direction: 'rise', since: 9 })
    expect(compared(third, second), 'control: only once').toMatchObject({ kind: 'possible' })
  })
})

describe('what is not compared', () => {
  it('is a first figure, and one that only stands on', () => {
    expect(compared(counted(5, 12))).toEqual({ kind: 'first' })
    expect(compared(counted(5, 12, team, false), counted(9, 13))).toEqual({ kind: 'old' })
  })

  it('is a group that was another one, however long ago it was the same', () => {
    const joint = group({ '/ A': 100, '/ B': 60 })
    expect(compared(counted(30, 60), counted(42, 58, joint), counted(42, 58))).toEqual({
      kind: 'notComparable',
      since: 9,
    })
  })

  it('passes over rounds in which the group had no new figure', () => {
    expect(compared(counted(30, 60), counted(42, 58, team, false), counted(42, 58))).toMatchObject({ since: 8 })
    expect(compared(counted(30, 60), counted(42, 58, group({ '/ B': 60 })), counted(42, 58))).toMatchObject({
      since: 8,
    })
  })

  it('never takes a step before last over another group for the same way twice', () => {
    const joint = group({ '/ A': 100, '/ B': 60 })
    expect(compared(counted(12, 13), counted(9, 13), counted(5, 12, joint))).toMatchObject({ kind: 'possible' })
  })
})

describe('the same group', () => {
  it('has the same units by name and place, and about as many people', () => {
    expect(isSameGroup(group({ '/ A': 20 }), group({ '/ A': 25 }))).toBe(true)
    expect(isSameGroup(group({ '/ A': 20 }), group({ '/ A': 26 })), 'too many came').toBe(false)
    expect(isSameGroup(group({ '/ A': 20 }), group({ '/ B': 20 })), 'another team').toBe(false)
    expect(isSameGroup(group({ '/ A': 20, '/ B': 20 }), group({ '/ A': 20 })), 'counted together').toBe(false)
  })

  it('is an organisation of which a small team came or went', () => {
    const all = { '/ A': 50, '/ B': 42 }
    expect(isSameGroup(group({ ...all, '/ C': 8 }), group(all))).toBe(true)
    expect(isSameGroup(group({ ...all, '/ C': 12 }), group(all)), 'control: a larger one').toBe(false)
  })
})
