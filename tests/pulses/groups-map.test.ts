import { describe, expect, it } from 'vitest'
import { mapOf } from '~/pulses/results/groups-map'
import { resultsOf } from '~/pulses/results/rules'
import { cell, countedRound, people, publishedRound } from './published-round'

type Round = Parameters<typeof resultsOf>[0]
const mapIn = (round: Round) => {
  const { items, units } = resultsOf(round)
  return mapOf(
    items.filter(({ id }) => id === 'P04'),
    units,
  )
}
const told = (round: Round) =>
  mapIn(round).map(({ label, cells: [one] }) => [label, one?.kind === 'figure' ? one.about : one?.unit.reason.kind])

describe('the map of groups and figures', () => {
  it('has every unit in the order of the tree, whatever its figure is', () => {
    const cells = [cell('P04', ['U3'], [40, 30, 4]), cell('P04', ['U1'], [40, 4, 4]), cell('P04', ['U2'], [40, 20, 4])]
    expect(told(publishedRound(cells))).toEqual([
      ['U1', 'few'],
      ['U2', 'open'],
      ['U3', 'most'],
    ])
  })

  it('claims nothing about half of the people where the margin reaches to the other side', () => {
    const ofTwenty = [4, 5, 10, 15, 16].map(
      positive =>
        told(publishedRound([cell('P04', ['U1'], [20, positive, 0]), cell('P04', ['U2', 'U3'], [20, 10, 4])]))[0]![1],
    )
    expect(ofTwenty, '5 of 20 is 11.2–46.9 %, 15 of 20 the other way round').toEqual([
      'few',
      'few',
      'open',
      'most',
      'most',
    ])
    const ofEight = told(publishedRound([cell('P04', ['U1'], [8, 8, 0]), cell('P04', ['U2', 'U3'], [20, 10, 4])]))
    expect(ofEight[0], 'all of eight say the same, and nobody is told').toEqual(['U1', 'open'])
  })

  it('shows units that are counted together with their joint figure, and with whom', () => {
    const rows = mapIn(publishedRound([cell('P04', ['U1', 'U3'], [14, 9, 4]), cell('P04', ['U2'], [14, 9, 4])]))
    expect(rows.map(({ cells: [one] }) => one?.kind === 'figure' && one.with)).toEqual([['U3'], undefined, ['U1']])
  })

  it('says of a unit under seven why it has no figure', () => {
    const rows = told({
      ...publishedRound([cell('P04', ['U1'], [14, 9, 4]), cell('P04', ['U2'], [14, 9, 4])]),
      held: [{ cellId: 'U3', itemId: 'P04', unitIds: ['U3'], hadTooFewAnswers: true }],
    })
    expect(rows[2]).toEqual(['U3', 'tooFewAnswers'])
  })

  it('never tells that everyone answered alike', () => {
    const alike = countedRound({ U1: people(9, { P04: 5 }), U3: people(8, { P04: 5 }) })
    const almost = countedRound({
      U1: [...people(7, { P04: 5 }), ...people(2, { P04: 1 })],
      U3: [...people(6, { P04: 5 }), ...people(2, { P04: 1 })],
    })
    expect(told(alike)).toEqual(told(almost))
  })

  it('is not there where nothing tells the units apart, or nobody has a score', () => {
    expect(mapIn(publishedRound([cell('P04', ['U1', 'U2', 'U3'], [40, 20, 4])]))).toEqual([])
    expect(mapIn(publishedRound([]))).toEqual([])
  })
})
