import { expect, test } from 'vitest'
import { resultsOf } from '~/pulses/results/rules'
import { sheetOf, type WallSheet } from '~/pulses/results/wall/rules'
import { cell, countedRound, people, publishedRound } from './published-round'

const answers = { P01: 4, P04: 2, P10: 3 }
const round = countedRound({ U1: people(9, answers), U2: people(3, answers), U3: people(12, { P01: 5, P13: 4 }) })
const sheet = sheetOf(resultsOf(round), 'pulse')

/** Everything on a sheet that is about a group by itself. */
const groupsOn = ({ items }: WallSheet) => items.flatMap(({ cells, heldBack }) => [...cells, ...heldBack])

test('the wall shows everybody together, and no group by itself', () => {
  expect(sheet.items.map(({ figure }) => figure)).toEqual(resultsOf(round).items.map(({ figure }) => figure))
  expect(groupsOn(sheet)).toEqual([])
  expect(
    groupsOn({ ...sheet, items: resultsOf(round).items }),
    'control: the groups of a result are found',
  ).not.toEqual([])
})

test('it tells of how many groups a figure is held back, each once, and why', () => {
  expect(sheet.held).toEqual([{ kind: 'countedWith', groups: 3 }])
  expect(sheetOf(resultsOf(publishedRound([])), 'pulse').held).toEqual([{ kind: 'tooFewAnswers', groups: 3 }])
  expect(sheet.someInBounds).toBe(true)
})

test('it says when answers stand that are from an earlier round', () => {
  const items = resultsOf(round).items.map(item => ({ ...item, olderAnswers: 3 }))
  expect([sheet.someOlder, sheetOf({ ...resultsOf(round), items }, 'pulse').someOlder]).toEqual([false, true])
})

test('where every group has its figure and nothing is in bounds, there is nothing to explain', () => {
  const units = [['U1'], ['U2'], ['U3']]
  const all = publishedRound(units.flatMap(unit => round.questions.map(({ id }) => cell(id, unit, [20, 9, 5]))))
  expect(sheetOf(resultsOf(all), 'pulse')).toMatchObject({ held: [], someInBounds: false })
})
