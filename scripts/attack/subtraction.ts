import type { Tried } from '~/ledger/attacks/rules'
import { insiders, partition, smallestCell } from '~/pulses/disclosure/rules'
import { tally } from '~/pulses/tally'
import { type UnitNode, unitIdsOf } from '~/pulses/units'
import { type Attack, together } from './attack'
import { attackGroups, remaindersOf, type Seen, type World } from './attackers/groups'
import { type Counted, organisations } from './stage/organisations'

type Publish = (organisation: Counted) => Seen[]

const peopleIn = (counts: ReadonlyMap<string, number>, unitIds: readonly string[]) =>
  unitIds.reduce((sum, id) => sum + (counts.get(id) ?? 0), 0)
const nodesOf = (node: UnitNode): UnitNode[] => [node, ...(node.children ?? []).flatMap(nodesOf)]

/** Every cell, and every department as the sum of the cells that lie wholly in it. */
const ours: Publish = ({ tree, counts }) => {
  const cells = partition(tree, counts)
  const within = (node: UnitNode) => cells.filter(cell => cell.every(id => unitIdsOf(node).includes(id))).flat()
  const sums = nodesOf(tree)
    .map(within)
    .filter(unitIds => unitIds.length > 0)
  return [...cells, ...sums].map(unitIds => ({ unitIds, n: peopleIn(counts, unitIds) }))
}

/** What many tools do: every team and department from five people. */
const eachFromFive: Publish = ({ tree, counts }) =>
  nodesOf(tree)
    .map(unitIdsOf)
    .map(unitIds => ({ unitIds, n: peopleIn(counts, unitIds) }))
    .filter(({ n }) => n >= 5)

/** Subtracts every figure from every larger one around it: is a group left that is too small to be shown? */
function subtractAll(publish: Publish, times = 5000): Tried {
  const left = organisations(times).flatMap(one => remaindersOf(publish(one)))
  return { tried: left.length, broken: left.filter(people => people > 0 && people < smallestCell).length }
}

const tree: UnitNode = {
  id: 'org',
  label: 'org',
  children: [
    { id: 'U1', label: 'U1' },
    { id: 'U2', label: 'U2' },
  ],
}
const questions = [{ id: 'P01', kind: 'quality5' as const }]

/** A whole result of two small teams, counted by the product itself. */
function wholeResult(worlds: readonly World[]) {
  const answersOf = (world: World) => world.flatMap((people, at) => Array.from({ length: people }, () => 5 - 2 * at))
  const ballots = worlds.flatMap((world, at) =>
    answersOf(world).map(answer => ({ unit: `U${at + 1}`, answers: { P01: answer } })),
  )
  return tally({ questions, tree, ballots }, items => items)
}

/** Tries every way in which two teams can have answered, and every coalition: is anything certain? */
function attackResults(): Tried[] {
  return [
    [4, 3],
    [7, 2],
    [8, 1],
  ].map(sizes => {
    const { views, leaks } = attackGroups(wholeResult, sizes, insiders)
    return { tried: views, broken: leaks }
  })
}

export const subtraction: Attack = {
  id: 'subtraction',
  run: () => together([subtractAll(ours), ...attackResults()]),
  controls: { eachFromFive: () => subtractAll(eachFromFive) },
}
