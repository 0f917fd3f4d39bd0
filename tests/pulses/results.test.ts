import { describe, expect, it } from 'vitest'
import { sumOfFigures } from '~/pulses/disclosure/rules'
import { inOrder, resultsOf } from '~/pulses/results/rules'
import { cell, countedRound, people, publishedRound, tree } from './published-round'

const itemOf = (round: Parameters<typeof resultsOf>[0], id: string) =>
  resultsOf(round).items.find(one => one.id === id)!

describe('a question in a result', () => {
  it('has the texts of the manifest in three languages', () => {
    expect(itemOf(publishedRound([]), 'P01')).toMatchObject({
      kind: 'quality5',
      text: { nl: 'Hoe was je werkweek?', en: 'How was your work week?' },
    })
  })

  it('has for the organisation the sum of its cells and never another count', () => {
    const cells = [cell('P04', ['U1'], [14, 9, 2]), cell('P04', ['U2', 'U3'], [12, 11, 0])]
    const { figure } = itemOf(publishedRound(cells), 'P04')
    expect(figure).toEqual({ n: 26, favourable: [18, 21], unfavourable: [0, 6] })
    expect(figure).toEqual(sumOfFigures(cells))
    const recounted = { n: 26, favourable: [20, 20], unfavourable: [2, 2] }
    expect(figure, 'control: an organisation counted apart differs').not.toEqual(recounted)
  })

  it('names a joint cell by the department it fills, and the units in it as counted together', () => {
    const round = publishedRound([cell('P04', ['U1', 'U2'], [14, 9, 2]), cell('P04', ['U3'], [8, 4, 4])])
    const { cells, heldBack } = itemOf(round, 'P04')
    expect(cells.map(({ group }) => group.labels)).toEqual([['north'], ['U3']])
    expect(heldBack).toEqual([
      { unitId: 'U1', label: 'U1', reason: { kind: 'countedWith', labels: ['U2'] } },
      { unitId: 'U2', label: 'U2', reason: { kind: 'countedWith', labels: ['U1'] } },
    ])
  })

  it('shows groups in the order of the organisation, also where a figure of an earlier round stands on', () => {
    const standing = { ...cell('P04', ['U1'], [9, 4, 4]), roundNumber: 3, hadTooFewAnswers: false }
    const fresh = [cell('P04', ['U2'], [14, 9, 2]), cell('P04', ['U3'], [8, 4, 4])]
    const held = [{ cellId: 'U1', itemId: 'P04', unitIds: ['U1'], hadTooFewAnswers: false, standing }]
    const { cells } = itemOf({ ...publishedRound(fresh), held }, 'P04')
    expect(cells.map(({ group, sinceRound }) => [group.cellId, sinceRound])).toEqual([
      ['U1', 3],
      ['U2', undefined],
      ['U3', undefined],
    ])
  })

  it('names the others by their department when a whole one is counted along', () => {
    const { cells, heldBack } = itemOf(publishedRound([cell('P04', ['U1', 'U2', 'U3'], [7, 4, 0])]), 'P04')
    expect(cells[0]!.group.labels).toEqual(['org'])
    expect(heldBack.at(-1)).toMatchObject({ label: 'U3', reason: { kind: 'countedWith', labels: ['north'] } })
  })

  it('shares its groups with every other question, so that a reader is sent their names once', () => {
    const cells = ['P01', 'P04'].map(itemId => cell(itemId, ['U1', 'U2'], [14, 9, 2]))
    const [one, other] = ['P01', 'P04'].map(id => resultsOf(publishedRound(cells)).items.find(item => item.id === id)!)
    expect(one!.cells[0]!.group, 'control: another page has its own').not.toBe(other!.cells[0]!.group)
    const { items } = resultsOf(publishedRound(cells))
    const groups = items.flatMap(item => item.cells.map(({ group }) => group))
    expect(groups).toHaveLength(2)
    expect(groups[0]).toBe(groups[1])
  })

  it('that too few answered has no figure at all, and says so for every unit', () => {
    const { figure, cells, heldBack } = itemOf(publishedRound([cell('P04', ['U1'], [14, 9, 2])]), 'P10')
    expect([figure, cells]).toEqual([undefined, []])
    expect(heldBack.map(({ unitId, reason }) => [unitId, reason.kind])).toEqual([
      ['U1', 'tooFewAnswers'],
      ['U2', 'tooFewAnswers'],
      ['U3', 'tooFewAnswers'],
    ])
  })

  it('that everyone answered alike never says so', () => {
    const { figure, cells } = itemOf(countedRound({ U1: people(9, { P04: 5 }), U3: people(8, { P04: 5 }) }), 'P04')
    expect(cells.map(({ favourable, unfavourable }) => [favourable, unfavourable])).toEqual([
      [
        [6, 9],
        [0, 3],
      ],
      [
        [5, 8],
        [0, 3],
      ],
    ])
    expect(figure!.favourable).toEqual([11, 17])
  })
})

describe('a group of which few answered', () => {
  const team = (roster: number) => ({
    ...publishedRound([cell('P04', ['U1'], [14, 9, 2])]),
    tree: { id: 'org', label: 'org', children: [{ id: 'U1', label: 'U1', roster }] },
  })
  const response = (roster: number) => itemOf(team(roster), 'P04').cells[0]!.response

  it('says so, and nothing when the picture is fair', () => {
    expect([36, 35, 24, 23].map(response)).toEqual(['tooFew', 'careful', 'careful', undefined])
  })
})

describe('the order of the stored figures', () => {
  it('is that of the questions and then of the tree, however they are stored', () => {
    const { questions, cells } = countedRound({
      U1: people(9, { P01: 5, P04: 4 }),
      U2: people(9, { P01: 5, P04: 4 }),
      U3: people(9, { P04: 1 }),
    })
    expect(inOrder(questions, tree, [...cells].reverse())).toEqual(cells)
    expect([...cells].reverse(), 'control: the stored order is another one').not.toEqual(cells)
  })
})
