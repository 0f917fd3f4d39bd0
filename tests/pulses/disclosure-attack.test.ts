import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { insiders, mayBeShown, partition, publishedFigure, smallestCell } from '~/pulses/disclosure/rules'
import { type PublishedCell, type Tally, tally } from '~/pulses/tally'
import { type UnitNode, unitIdsOf } from '~/pulses/units'
import { attackFigure, attackGroups, remaindersOf, type Seen, type World } from '../../scripts/attack/attackers/groups'
import { asUnitTree, nested, unitTree } from './organisations'

const questions = [
  { id: 'P01', kind: 'quality5' as const },
  { id: 'P04', kind: 'agree5' as const },
]
const asTheyCome = <T>(items: T[]) => items

describe('a figure, in every world and with every coalition', () => {
  it('never tells with certainty what everybody else answered', () => {
    expect(attackFigure(publishedFigure, { from: 7, to: 14, insiders })).toMatchObject({ leaks: 0 })
  })

  it('nor does it for larger groups', () => {
    expect(attackFigure(publishedFigure, { from: 7, to: 30, insiders })).toMatchObject({ views: 27_883, leaks: 0 })
  })

  it('is broken by one insider more than we promise, so the attack is able to succeed', () => {
    const attack = attackFigure(publishedFigure, { from: 7, to: 30, insiders: insiders + 1 })
    expect(attack).toMatchObject({ views: 54_477, leaks: 192 })
  })

  it.each([
    ['exact counts from five', 30, 0, (n: number, f: number, u: number) => [n, f, u]],
    ['exact counts from five, with insiders', 300, insiders, (n: number, f: number, u: number) => [n, f, u]],
    [
      'nothing when unanimous',
      270,
      insiders,
      (n: number, f: number, u: number) => Math.max(f, u, n - f - u) < n && [n, f, u],
    ],
    ['a mean of one decimal', 186, insiders, (n: number, f: number, u: number) => [n, ((n + f - u) / n).toFixed(1)]],
    [
      'tens of per cents',
      273,
      insiders,
      (n: number, f: number, u: number) => [n, ...[f, u].map(x => Math.round((x / n) * 10))],
    ],
  ])('catches the naive rule: %s', (_, leaks, coalition, naive) => {
    expect(attackFigure(naive, { from: 5, to: 14, insiders: coalition }).leaks).toBe(leaks)
  })
})

describe('a whole result, in every world and with every coalition', () => {
  const tree = unitTree('org', unitTree('site', 'U1', 'U2'))
  const steps = [5, 3, 1]
  const ballotsOf = (unit: string, world: World) =>
    world.flatMap((people, at) => Array.from({ length: people }, () => ({ unit, answers: { P01: steps[at] } })))
  const ours = (worlds: readonly World[]) => {
    const ballots = worlds.flatMap((world, i) => ballotsOf(`U${i + 1}`, world))
    return tally({ questions: questions.slice(0, 1), tree, ballots }, asTheyCome)
  }
  const eachFromFiveAndTotal = (worlds: readonly World[]) => {
    const people = (world: World) => world[0] + world[1] + world[2]
    const total = [0, 1, 2].map(at => worlds.reduce((sum, world) => sum + (world[at] ?? 0), 0))
    return [total, ...worlds.map(world => people(world) >= 5 && world)]
  }

  it.each([[[4, 3]], [[7, 2]], [[7, 7]], [[8, 1]]])('tells nothing certain about units of %j', sizes => {
    expect(attackGroups(ours, sizes, insiders)).toMatchObject({ leaks: 0 })
  })

  it('catches the naive rule: each unit from five, and the total', () => {
    expect(attackGroups(eachFromFiveAndTotal, [7, 2], 0).leaks).toBeGreaterThan(0)
  })
})

/** Each leaf is a list of ballots; a ballot is two answers, 0 for a skipped one. */
const ballotPair = fc.nat({ max: 35 }).map(code => [code % 6, Math.floor(code / 6)] as const)
const rounds = nested(fc.array(ballotPair, { maxLength: 13, size: 'max' })).map(asUnitTree)
type Round = typeof rounds extends fc.Arbitrary<infer R> ? R : never
const cases = { numRuns: 5000, seed: 20_261_204 }

function countRound({ tree, leaves }: Round, change = (value: number, _at: number) => value): Tally {
  const ballots = [...leaves].flatMap(([unit, pairs]) =>
    pairs.map(([first, second], at) => ({ unit, answers: { P01: change(first, at), P04: change(second, at) } })),
  )
  return tally({ questions, tree, ballots }, asTheyCome)
}

const answersTo = (at: 0 | 1, { leaves }: Round) =>
  new Map([...leaves].map(([id, pairs]) => [id, pairs.filter(pair => pair[at] > 0).length]))

const peopleIn = (counts: Map<string, number>, unitIds: readonly string[]) =>
  unitIds.reduce((sum, id) => sum + (counts.get(id) ?? 0), 0)

type Counted = { tree: UnitNode; counts: Map<string, number> }
const organisations = fc
  .sample(nested(fc.nat({ max: 13 })).map(asUnitTree), { ...cases, numRuns: 5000 })
  .map(({ tree, leaves }): Counted => ({ tree, counts: leaves }))

const nodesOf = (node: UnitNode): UnitNode[] => [node, ...(node.children ?? []).flatMap(nodesOf)]

function expectSound(tree: UnitNode, counts: Map<string, number>, cells: PublishedCell[]) {
  const all = unitIdsOf(tree)
  const isPublished = mayBeShown(peopleIn(counts, all))
  expect(cells.flatMap(cell => cell.unitIds).sort()).toEqual(isPublished ? [...all].sort() : [])
  for (const cell of cells) expect(cell.n).toBe(peopleIn(counts, cell.unitIds))
  expect(cells.every(cell => cell.n >= smallestCell)).toBe(true)
}

describe('random organisations', () => {
  it('have every answer in exactly one cell, and no cell below seven', () => {
    const isSound = (rule: (count: Tally) => Tally) =>
      fc.property(rounds, round => {
        const { cells } = rule(countRound(round))
        for (const at of [0, 1] as const) {
          const isOfItem = ({ itemId }: { itemId: string }) => itemId === questions[at]?.id
          expectSound(round.tree, answersTo(at, round), cells.filter(isOfItem))
        }
      })
    const leavesSmallUnitsOut = ({ cells, ...rest }: Tally) => ({
      ...rest,
      cells: cells.filter(cell => cell.unitIds.length === 1),
    })
    fc.assert(
      isSound(count => count),
      cases,
    )
    expect(fc.check(isSound(leavesSmallUnitsOut), cases).failed).toBe(true)
  })

  it('are never cut by what was answered, only by how many answered', () => {
    const decisions = ({ cells, ...rest }: Tally) => [cells.map(({ itemId, cellId, n }) => [itemId, cellId, n]), rest]
    const other = (shift: number) => (value: number, at: number) => value && ((value + shift * at) % 5) + 1
    const isBlind = (rule: (count: Tally) => Tally) =>
      fc.property(rounds, fc.nat({ max: 4 }), (round, shift) => {
        const [one, two] = [countRound(round), countRound(round, other(shift))].map(rule)
        expect(one && decisions(one)).toEqual(two && decisions(two))
      })
    const hidesHighFigures = (count: Tally) => ({
      ...count,
      cells: count.cells.filter(cell => cell.favourable[1] < cell.n),
    })
    fc.assert(
      isBlind(count => count),
      cases,
    )
    expect(fc.check(isBlind(hidesHighFigures), cases).failed).toBe(true)
  })

  it('leave nothing below seven when one figure is subtracted from another', () => {
    const ours = ({ tree, counts }: Counted): Seen[] => {
      const cells = partition(tree, counts)
      const within = (node: UnitNode) => cells.filter(cell => cell.every(id => unitIdsOf(node).includes(id))).flat()
      const sums = nodesOf(tree)
        .map(within)
        .filter(unitIds => unitIds.length > 0)
      return [...cells, ...sums].map(unitIds => ({ unitIds, n: peopleIn(counts, unitIds) }))
    }
    const everyNodeFromFive = ({ tree, counts }: Counted): Seen[] =>
      nodesOf(tree)
        .map(unitIdsOf)
        .map(unitIds => ({ unitIds, n: peopleIn(counts, unitIds) }))
        .filter(({ n }) => n >= 5)
    const leaks = (rule: (organisation: Counted) => Seen[]) =>
      organisations.filter(one => remaindersOf(rule(one)).some(people => people > 0 && people < smallestCell)).length
    expect(leaks(ours)).toBe(0)
    expect(leaks(everyNodeFromFive)).toBeGreaterThan(1000)
  })
})
