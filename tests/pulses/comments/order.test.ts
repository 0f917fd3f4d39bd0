import { expect, test } from 'vitest'
import { type CommentCell, commentCells, readComment, type Shuffle } from '~/pulses/comments/rules'
import { commentRows } from '~/pulses/comments/store.server'
import { shuffle } from '~/pulses/counting.server'
import { smallestCommentCell } from '~/pulses/disclosure/rules'
import { tally } from '~/pulses/tally'
import { unitTree } from '../organisations'

// T16: whoever knows in which order people wrote must learn nothing from the order in which comments stand.

const tree = unitTree('org', unitTree('north', 'U1', 'U2'), unitTree('south', 'U3', 'U4'))
const runs = 200
const many = smallestCommentCell
const sent = Array.from({ length: many }, (_, place) => `opmerking ${place}`)

type Row = { id: string; body: string }
type Keep = (cell: CommentCell) => Row[]
const asKept: Keep = cell => commentRows('R1', cell)
const inTable = (rows: Row[]) => rows
const asShown = (rows: Row[]) => [...rows].sort((one, other) => (one.id < other.id ? -1 : 1))

/** How far places are from even over all runs: χ² over each comment in each place, 9 × 9 degrees of freedom. */
function unevenness(mix: Shuffle, keep: Keep, order: (rows: Row[]) => Row[]) {
  const seen = Array.from({ length: many }, () => Array<number>(many).fill(0))
  for (let run = 0; run < runs; run++) {
    const perUnit = new Map([['U1', sent.slice(0, 5)] as const, ['U2', sent.slice(5)] as const])
    const [cell] = commentCells(tree, perUnit, mix)
    for (const [place, { body }] of order(keep(cell!)).entries()) seen[sent.indexOf(body)]![place]!++
  }
  const expected = runs / many
  return seen.flat().reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
}

/** Exceeded by chance once in ten million. @source χ² with 81 degrees of freedom, upper tail 1e-7 */
const suspicious = 166

test('in the table and on the page, a comment stands in any place equally often', () => {
  expect(unevenness(shuffle, asKept, inTable)).toBeLessThan(suspicious)
  expect(unevenness(shuffle, asKept, asShown)).toBeLessThan(suspicious)
})

test('control: the order in which they came, a running number and a lazy shuffle are all caught', () => {
  const asTheyCame: Shuffle = items => [...items]
  let next = 0
  const numbered: Keep = ({ bodies }) => bodies.map(body => ({ id: `${next++}`.padStart(8, '0'), body }))
  const lazily: Shuffle = items => [...items.slice(-1), ...items.slice(0, -1)]
  expect(unevenness(asTheyCame, asKept, inTable)).toBeGreaterThan(suspicious)
  expect(unevenness(asTheyCame, numbered, asShown)).toBeGreaterThan(suspicious)
  expect(unevenness(lazily, numbered, asShown)).toBeGreaterThan(suspicious)
})

const ballotsOf = (perUnit: Record<string, number>) =>
  Object.entries(perUnit).flatMap(([unit, count]) =>
    Array.from({ length: count }, (_, nth) => ({ unit, answers: {}, comment: `${unit} ${nth}` })),
  )
const counted = (perUnit: Record<string, number>) =>
  tally({ questions: [], tree, ballots: ballotsOf(perUnit) }, shuffle).comments

/** Returns what is wrong with comments as they are published. */
function faultsOf(cells: readonly CommentCell[], sentIn: number) {
  const bodies = cells.flatMap(cell => cell.bodies)
  const faults: string[] = []
  if (cells.some(cell => cell.bodies.length < smallestCommentCell)) faults.push('too few')
  if (cells.some(cell => cell.unitIds.length < 2)) faults.push('one unit alone')
  if (new Set(bodies).size !== bodies.length) faults.push('twice')
  if (cells.length > 0 && bodies.length !== sentIn) faults.push('lost')
  return faults
}

test('fewer than ten: none at all; with ten or more: never of one unit alone, each exactly once', () => {
  expect(counted({ U1: 9 })).toEqual([])
  expect(counted({ U1: 3, U2: 3, U3: 3 })).toEqual([])
  let published = 0
  for (let seed = 0; seed < 400; seed++) {
    const size = (unit: number) => (seed * (unit + 7) * 13 + unit * seed) % 17
    const perUnit = { U1: size(1), U2: size(2), U3: size(3), U4: size(4) }
    const total = Object.values(perUnit).reduce((sum, one) => sum + one, 0)
    const cells = counted(perUnit)
    if (cells.length > 0) published++
    expect(cells.length > 0).toBe(total >= smallestCommentCell)
    expect(faultsOf(cells, total), JSON.stringify(perUnit)).toEqual([])
  }
  expect(published).toBeGreaterThan(200)
})

test('control: comments of one unit, or of nine people, are found', () => {
  const cell = { cellId: 'U1', labels: [], unitIds: ['U1'], bodies: sent.slice(1) }
  expect(faultsOf([cell], 9)).toEqual(['too few', 'one unit alone'])
  expect(faultsOf([{ ...cell, unitIds: ['U1', 'U2'], bodies: [...sent, sent[0]!] }], 12)).toEqual(['twice', 'lost'])
})

test('nobody can write the sign of a blank', () => {
  expect(readComment('De ▇▇▇ van team 1')).not.toContain('▇')
})
