import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { persons, rosterMembers, teams, transact } from '#db'
import { closeAndCount } from '~/pulses/closing.server'
import { noHistory } from '~/pulses/disclosure/history'
import { historyBefore } from '~/pulses/disclosure/history.server'
import { findPublished, findResults } from '~/pulses/results/store.server'
import { findRound } from '~/pulses/store.server'
import { answerRound, castAll, foundHouse, issuingRound, openedRound, peopleOf, staffRow } from './round-trip'

const sizes = { A: 10, B: 12, C: 12, D: 9 }
/** In the second round there is a new team before the others, so that every unit has another number. */
const newcomers = { '0': 8 }
const unitsOf = {
  first: { A: 'U1', B: 'U2', C: 'U3', D: 'U4' },
  second: { '0': 'U1', A: 'U2', B: 'U3', C: 'U4', D: 'U5' },
}

/** Everybody answers: team A 4, team B 2, the others 4 in the first round and 2 in the second, and then six of team D. */
async function playedRound(people: string[], units: Record<string, string>, answerOf: (team: string) => number) {
  const roundId = await issuingRound()
  await openedRound(roundId)
  await castAll(
    roundId,
    people.map(person => ({ person, unit: units[person[0]!]!, answer: answerOf(person[0]!) })),
  )
  await closeAndCount(roundId)
  await answerRound(roundId)
  return roundId
}

let [first, second] = ['', '']

beforeAll(async () => {
  await foundHouse(sizes)
  first = await playedRound(peopleOf(sizes), unitsOf.first, team => (team === 'B' ? 2 : 4))
  await transact(async tx => {
    await tx.insert(teams).values({ id: '0', name: '0', parentId: null, siteId: 's' })
    for (const id of peopleOf(newcomers)) await tx.insert(persons).values(staffRow(id, '0'))
    await tx.insert(persons).values(staffRow('A11', 'A'))
  })
  const away = ['D1', 'D2', 'D3']
  const there = [...peopleOf(newcomers), ...peopleOf(sizes), 'A11'].filter(person => !away.includes(person))
  second = await playedRound(there, unitsOf.second, team => (team === 'A' ? 4 : 2))
})

const figureOf = async (roundId: string) => {
  const item = (await findResults(roundId))!.results.items.find(({ id }) => id === 'P01')!
  return item.cells.map(({ group, n, sinceRound }) => [group.labels.join(), n, sinceRound])
}

test('a first round shows every team', async () => {
  expect(await figureOf(first)).toEqual([
    ['A', 10, undefined],
    ['B', 12, undefined],
    ['C', 12, undefined],
    ['D', 9, undefined],
  ])
})

test('where one colleague came or too few answered, the figure of before stands and says so; the others are new', async () => {
  expect(await figureOf(second)).toEqual([
    ['0', 8, undefined],
    ['A', 10, 1],
    ['B', 12, undefined],
    ['C', 12, undefined],
    ['D', 9, 1],
  ])
  const published = (await findPublished(second))!
  expect(published.held.filter(({ itemId }) => itemId === 'P01')).toMatchObject([
    { cellId: 'U2', sinceRoundId: first, sinceCellId: 'U1', hadTooFewAnswers: false },
    { cellId: 'U5', sinceRoundId: first, sinceCellId: 'U4', hadTooFewAnswers: true },
  ])
})

test('the figure of the organisation is the sum of what is shown', async () => {
  const { results } = (await findResults(second))!
  expect(results.items.find(({ id }) => id === 'P01')!.figure!.n).toBe(8 + 12 + 12 + 10 + 9)
})

test('control: without the lists of before nobody would see that a colleague came', async () => {
  const round = (await findRound(second))!
  const before = await historyBefore(round)
  expect(before.earlier.get('P01')!.map(({ memberIds }) => memberIds.size)).toEqual([10, 12, 12, 9])
  await transact(tx => tx.delete(rosterMembers).where(eq(rosterMembers.roundId, first)))
  const blind = await historyBefore(round)
  expect(blind.earlier.get('P01')!.map(({ memberIds }) => memberIds.size)).toEqual([0, 0, 0, 0])
  expect(noHistory.earlier.size).toBe(0)
})
