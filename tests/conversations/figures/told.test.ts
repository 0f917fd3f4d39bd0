import { expect, test } from 'vitest'
import { isOpen, mayBeTold, monthAfter, monthBefore, talkFigureReaders, toldFrom } from '~/conversations/figures/months'
import { tellMonth } from '~/conversations/figures/rules'
import { monthTold, toldAsCsv } from '~/conversations/figures/told'
import { unitTree } from '../../pulses/organisations'

test('a month is told from the fifteenth of the next one, across the end of a year too', () => {
  expect([monthBefore('2027-01'), monthAfter('2026-12'), monthAfter('2027-01')]).toEqual([
    '2026-12',
    '2027-01',
    '2027-02',
  ])
  expect(toldFrom('2026-12')).toBe('2027-01-15')
  expect([mayBeTold('2026-11', '2026-12-14'), mayBeTold('2026-11', '2026-12-15')]).toEqual([false, true])
})

test('a talk can be counted in this month, and in the one before until it is told', () => {
  expect(isOpen('2026-12', '2026-12-31')).toBe(true)
  expect(isOpen('2026-11', '2026-12-14')).toBe(true)
  expect(isOpen('2026-11', '2026-12-15')).toBe(false)
  expect(isOpen('2027-01', '2026-12-20')).toBe(false)
})

test('whoever only keeps the machine running reads none of it', () => {
  expect(talkFigureReaders).not.toContain('platformAdmin')
  expect(talkFigureReaders).toContain('agent')
})

const tree = unitTree('org', unitTree('north', 'U1', 'U2'), unitTree('south', 'U3'))
const unitOf = { a: 'U1', b: 'U2', c: 'U3' }
const month = (team: string, recorded: number, noTalk: number) => [team, { recorded, noTalk, noRecord: 1 }] as const
const figures = tellMonth(
  {
    tree,
    unitOf: new Map(Object.entries(unitOf)),
    knownWith: new Map(Object.entries({ a: ['a'], b: ['b'], c: ['c'] })),
    tallies: new Map([month('a', 9, 5), month('b', 6, 5), month('c', 1, 0)]),
    slips: new Map([['a', Array.from({ length: 9 }, () => ['idea' as const])]]),
  },
  items => items,
)
const toldTo = (teamId: string) => monthTold({ month: '2026-11', tree, unitOf }, figures, teamId)

test('a reader sees everybody and the own group, and for a small group that there is nothing of its own', () => {
  expect(figures.filter(one => one.about === 'endings').map(({ cellId, n }) => [cellId, n])).toEqual([
    ['U1', 15],
    ['U2', 12],
  ])
  expect(toldTo('a')).toMatchObject({ everybody: { figure: { n: 27 } }, own: { figure: { n: 15 }, labels: ['U1'] } })
  expect(toldTo('c').own, 'two people').toBeUndefined()
  expect(toldTo('c').everybody!.figure.n, 'the sum of what was told, so that two are not the difference').toBe(27)
  expect(monthTold({ month: '2026-10' }, [], 'a')).toEqual({ month: '2026-10' })
})

test('a file has what its reader sees and nothing of other groups', () => {
  const [header, ...lines] = toldAsCsv([toldTo('b'), { month: '2026-10' }])
    .trim()
    .split('\r\n')
  expect(header).toContain('month,group,about,people')
  expect(lines.filter(line => line.includes('recorded'))).toEqual([
    '2026-11,everybody,recorded,27,15,15,10,10',
    '2026-11,U2,recorded,12,6,6,5,5',
  ])
  expect(lines.join()).not.toContain('U1')
})
