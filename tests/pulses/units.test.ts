import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  cutUnits,
  type ReportingUnit,
  smallestRoster,
  type TeamNode,
  type UnitCut,
  type UnitNode,
  unitIdsOf,
} from '~/pulses/units'
import { type Nested, nested } from './organisations'

const people = (team: string, count: number) => Array.from({ length: count }, (_, i) => `${team}-${i}`)

/** A team or department: how many direct members it has, and what is below it. */
const node = (label: string, direct: number, ...children: TeamNode[]): TeamNode => ({
  id: `team-${label}`,
  label,
  memberIds: people(label, direct),
  children,
})

function cut(organisation: TeamNode): UnitCut {
  const decision = cutUnits(organisation)
  if (!decision.ok) throw new Error(decision.because)
  return decision.value
}

const sizes = ({ units }: UnitCut) => units.map(unit => [unit.id, unit.label, unit.memberIds.length])

/** The shape of the frozen tree: labels of nodes, ids of units. */
type Shape = string | [string, ...Shape[]]
const shapeOf = (tree: UnitNode): Shape => (tree.children ? [tree.label, ...tree.children.map(shapeOf)] : tree.id)

describe('cutting an organisation into reporting units', () => {
  it('makes a unit of a team of eight, and pools smaller ones in their department', () => {
    const north = node('North', 2, node('Night', 3), node('Planning', 5), node('Sales', 8))
    const result = cut(node('Org', 0, north, node('South', 9)))
    expect(sizes(result)).toEqual([
      ['U1', 'Sales', 8],
      ['U2', 'North + Night + Planning', 10],
      ['U3', 'South', 9],
    ])
    expect(shapeOf(result.tree)).toEqual(['Org', ['North', 'U1', 'U2'], 'U3'])
    expect(result.tree.children?.[1]).toEqual({ id: 'U3', label: 'South', roster: 9 })
  })

  it('pools one level higher what is too small in its own department', () => {
    const result = cut(node('Org', 0, node('A', 0, node('A1', 3), node('A2', 8)), node('B', 0, node('B1', 7))))
    expect(sizes(result)).toEqual([
      ['U1', 'A2', 8],
      ['U2', 'A1 + B1', 10],
    ])
    expect(shapeOf(result.tree)).toEqual(['Org', ['A', 'U1'], 'U2'])
  })

  it('adds what is left at the top to the smallest unit, and says who is counted with whom', () => {
    const result = cut(node('Org', 1, node('A', 9), node('B', 8), node('C', 8)))
    expect(sizes(result)).toEqual([
      ['U1', 'A', 9],
      ['U2', 'B + Org', 9],
      ['U3', 'C', 8],
    ])
    expect(result.units[1]?.mergedTeamLabels).toEqual(['B', 'Org'])
    expect(result.merged).toEqual([
      { teamId: 'team-B', label: 'B', unitId: 'U2', countedWith: ['Org'] },
      { teamId: 'team-Org', label: 'Org', unitId: 'U2', countedWith: ['B'] },
    ])
  })

  it('keeps a long name readable', () => {
    const result = cut(node('Org', 0, ...['A', 'B', 'C', 'D', 'E'].map(label => node(label, 2))))
    expect(sizes(result)).toEqual([['U1', 'A + B + C + 2', 10]])
  })

  it('knows an organisation of one team, and leaves empty teams out', () => {
    const result = cut(node('Org', 8, node('Empty', 0)))
    expect([sizes(result), shapeOf(result.tree), result.merged]).toEqual([[['U1', 'Org', 8]], ['Org', 'U1'], []])
    expect(shapeOf(cut(node('Org', 8)).tree)).toEqual(['Org', 'U1'])
  })

  it('refuses fewer than eight people in all', () => {
    expect(cutUnits(node('Org', 1, node('A', 3), node('B', 3)))).toEqual({ ok: false, because: 'tooFewPeople' })
  })

  it('stops on a person who is in two teams', () => {
    expect(() => cutUnits(node('Org', 8, { ...node('A', 8), memberIds: people('Org', 8) }))).toThrow(RangeError)
  })
})

describe('random organisations', () => {
  const build = (shape: Nested<number>, label = 'T'): TeamNode =>
    'leaf' in shape
      ? node(label, shape.leaf)
      : node(label, label.length % 3, ...shape.branches.map((one, i) => build(one, `${label}${i}`)))
  const reversed = (team: TeamNode): TeamNode => ({ ...team, children: team.children.map(reversed).reverse() })
  const everybody = (team: TeamNode): string[] => [...team.memberIds, ...team.children.flatMap(everybody)]
  const organisations = nested(fc.nat({ max: 16 })).map(shape => build(shape))
  const cases = { numRuns: 5000, seed: 20_261_204 }

  /** The promise: everybody in exactly one unit, no unit below eight, all units and no others in the frozen tree. */
  const keepsThePromise = (rule: (units: ReportingUnit[], team: TeamNode) => ReportingUnit[]) =>
    fc.property(organisations, organisation => {
      const decision = cutUnits(organisation)
      expect(decision.ok).toBe(everybody(organisation).length >= smallestRoster)
      if (!decision.ok) return
      const units = rule(decision.value.units, organisation)
      expect(units.flatMap(unit => unit.memberIds).sort()).toEqual(everybody(organisation).sort())
      expect(units.every(unit => unit.memberIds.length >= smallestRoster)).toBe(true)
      expect(unitIdsOf(decision.value.tree)).toEqual(units.map(unit => unit.id))
    })

  it('have everybody in exactly one unit of eight or more', () => {
    fc.assert(
      keepsThePromise(units => units),
      cases,
    )
  })

  it.each([
    [
      'a unit too small',
      (units: ReportingUnit[]) => units.map(unit => ({ ...unit, memberIds: unit.memberIds.slice(0, 7) })),
    ],
    ['a unit forgotten', (units: ReportingUnit[]) => units.slice(1)],
  ])('and the check notices %s', (_, spoil) => {
    expect(fc.check(keepsThePromise(spoil), cases).failed).toBe(true)
  })

  it('are cut the same way in whatever order the teams arrive', () => {
    const isStable = fc.property(organisations, organisation => {
      expect(cutUnits(reversed(organisation))).toEqual(cutUnits(organisation))
    })
    fc.assert(isStable, cases)
  })
})
