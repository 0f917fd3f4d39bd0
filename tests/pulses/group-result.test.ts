import { expect, test } from 'vitest'
import { unitNamed } from '~/pulses/results/group/own-unit'
import { groupResult, narrowed } from '~/pulses/results/group/rules'
import { resultsOf } from '~/pulses/results/rules'
import type { UnitNode } from '~/pulses/units'
import { cell, publishedRound } from './published-round'

const leaf = (id: string, label: string, roster = 10): UnitNode => ({ id, label, roster })
const tree: UnitNode = {
  id: 'organisation',
  label: 'Voorbeeld',
  children: [
    { id: 'n', label: 'Noord', children: [leaf('U1', 'Ochtend'), leaf('U2', 'Nacht + Planning'), leaf('U3', 'Avond')] },
    { id: 'z', label: 'Zuid', children: [leaf('U4', 'Ochtend'), leaf('U5', 'A + B + C + 2')] },
    leaf('U6', 'Staf'),
  ],
}
const team = (name: string, ...aboveIds: string[]) => ({ id: `team ${name}`, name, aboveIds })

test('a team is found by its name where it hangs', () => {
  expect(unitNamed(tree, team('Ochtend', 'n'))).toBe('U1')
  expect(unitNamed(tree, team('Ochtend', 'z'))).toBe('U4')
  expect(unitNamed(tree, team('Planning', 'n'))).toBe('U2')
  expect(unitNamed(tree, team('Staf'))).toBe('U6')
  expect(unitNamed(tree, { ...team('Noord'), id: 'n' })).toBeUndefined()
})

test('a team that moved to another department is found as long as only one unit has its name', () => {
  expect(unitNamed(tree, team('Avond', 'z'))).toBe('U3')
  expect(unitNamed(tree, team('Ochtend', 'x'))).toBeUndefined()
})

test('a team that no name tells of is not guessed', () => {
  expect(unitNamed(tree, team('D', 'z'))).toBeUndefined()
  expect(unitNamed(tree, team('Och', 'n'))).toBeUndefined()
})

const round = (...cells: ReturnType<typeof cell>[]) => ({ ...publishedRound(cells), tree })
const of = (name: string, unitId?: string) => ({ team: { name }, unitId })

test('a figure of its own is told as it is, and by the same rules as in the result', () => {
  const own = [cell('P01', ['U1'], [10, 9, 1]), cell('P04', ['U1'], [10, 1, 9])]
  const others = [cell('P01', ['U3'], [9, 0, 9]), cell('P04', ['U3'], [9, 9, 0])]
  const said = groupResult(round(...own, ...others), of('Ochtend', 'U1'))
  expect(said.about).toEqual({ labels: ['Ochtend'], others: [] })
  expect(said.items.map(({ id, figure }) => [id, figure?.n])).toEqual([
    ['P01', 10],
    ['P04', 10],
  ])
  expect(said.headline).toEqual(resultsOf(round(...own)).headline)
  expect(said.headline).toMatchObject({ kind: 'questions', most: { ids: ['P01'] }, least: { ids: ['P04'] } })
})

test('who is counted together is named: teams on one list, and units in one figure', () => {
  const small = groupResult(round(cell('P01', ['U2'], [9, 4, 4])), of('Nacht', 'U2'))
  expect(small.about).toEqual({ labels: ['Nacht + Planning'], others: ['Planning'] })
  const few = groupResult(round(cell('P01', ['U2', 'U3'], [9, 4, 4])), of('Planning', 'U2'))
  expect(few.about).toEqual({ labels: ['Nacht + Planning', 'Avond'], others: ['Nacht', 'Avond'] })
  const whole = groupResult(round(cell('P01', ['U1', 'U2', 'U3'], [9, 4, 4])), of('Ochtend', 'U1'))
  expect(whole.about).toMatchObject({ labels: ['Noord'], others: ['Nacht + Planning', 'Avond'] })
})

test('questions that were counted in another group are left out, and how many is said', () => {
  const mixed = round(
    cell('P01', ['U1'], [10, 9, 1]),
    cell('P04', ['U1'], [10, 9, 1]),
    cell('P05', ['U1', 'U3'], [12, 1, 9]),
  )
  const said = groupResult(mixed, of('Ochtend', 'U1'))
  expect(said.items.map(({ id }) => id)).toEqual(['P01', 'P04'])
  expect(said.leftOut).toBe(1)
  expect(narrowed(mixed, 'U4')).toBeUndefined()
})

test('where no figure holds the team, everybody together is told, and that it is', () => {
  const cells = [cell('P01', ['U1'], [10, 9, 1]), cell('P01', ['U3'], [9, 2, 3])]
  const said = groupResult(round(...cells), of('Ochtend', 'U4'))
  expect(said).toMatchObject({ about: 'noFigure', items: [{ id: 'P01', figure: { n: 19 } }] })
  expect(groupResult(round(...cells), of('Nieuw')).about).toBe('notOnList')
  expect(groupResult(round(), of('Nieuw'))).toMatchObject({ items: [], headline: { kind: 'nothing' } })
})

test('that too few of the group answered goes along with what it says', () => {
  const said = groupResult(round(cell('P01', ['U1', 'U2', 'U3'], [7, 3, 3])), of('Ochtend', 'U1'))
  expect(said.response).toBe('tooFew')
  expect(groupResult(round(cell('P01', ['U1'], [9, 3, 3])), of('Ochtend', 'U1')).response).toBeUndefined()
})
