import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type MonthCounted, type TalkFigure, tellMonth } from '~/conversations/figures/rules'
import { topics } from '~/conversations/record/words'
import { partition } from '~/pulses/disclosure/rules'
import { unitTree } from '../../pulses/organisations'
import { type About, headCount, leaks, months, nodesOf, type People, teamsOf } from './subtracting'

const asIs = <T>(items: T[]) => items
const runs = { numRuns: 1500 }

const peopleIn = ({ tallies }: MonthCounted): People =>
  new Map([...tallies].map(([id, tally]) => [id, headCount(tally)]))
const slipsIn = ({ slips }: MonthCounted): People => new Map([...slips].map(([id, those]) => [id, those.length]))
const about = (figures: TalkFigure[], which: 'endings' | 'topic') =>
  figures.filter(one => (one.about === 'endings') === (which === 'endings'))
const cellsIn = (figures: TalkFigure[], month: MonthCounted): About[] => figures.map(one => teamsOf(one.cellId, month))
const leadsIn = ({ knownWith }: MonthCounted): About[] =>
  [...new Set([...knownWith.values()].flat())].map(
    lead => new Set([...knownWith].filter(([, some]) => some.includes(lead)).map(([id]) => id)),
  )

test('every figure is about seven people or more, holds the true counts, and tells neither nobody nor everybody', () => {
  const check = (month: MonthCounted) => {
    for (const figure of tellMonth(month, asIs)) {
      const { n, favourable, unfavourable } = figure
      expect(n).toBeGreaterThanOrEqual(7)
      for (const [low, high] of [favourable, unfavourable]) {
        expect(low >= 0 && low <= high && high <= n).toBe(true)
        expect(low === high && (low <= 3 || low >= n - 3)).toBe(false)
      }
      if (figure.about !== 'endings') continue
      const within = [...teamsOf(figure.cellId, month)].map(id => month.tallies.get(id)!)
      const recorded = within.reduce((sum, tally) => sum + tally.recorded, 0)
      expect(within.reduce((sum, tally) => sum + headCount(tally), 0)).toBe(n)
      expect(favourable[0] <= recorded && recorded <= favourable[1]).toBe(true)
    }
  }
  fc.assert(fc.property(months, check), runs)
})

test('nobody can subtract: no outsider, no lead who knows all of the own talks, and no head who knows those of every team below', () => {
  const check = (month: MonthCounted) => {
    const told = cellsIn(about(tellMonth(month, asIs), 'endings'), month)
    for (const known of [new Set<string>(), ...leadsIn(month)]) expect(leaks(told, peopleIn(month), known)).toEqual([])
  }
  fc.assert(fc.property(months, check), runs)
})

test('how many talks topics are counted over tells nothing new about who has a record', () => {
  const check = (month: MonthCounted) => {
    const figures = tellMonth(month, asIs)
    const certain = new Map(about(figures, 'endings').map(one => [one.cellId, one.favourable[0]]))
    for (const { cellId, n } of about(figures, 'topic')) {
      const within = [...certain].filter(([id]) => `+${cellId}+`.includes(`+${id}+`))
      expect(n).toBeLessThanOrEqual(within.reduce((sum, [, low]) => sum + low, 0))
    }
    expect(about(figures, 'topic').length % topics.length).toBe(0)
  }
  fc.assert(fc.property(months, check), runs)
})

test('which figures there are depends on how many people, never on how their talks ended', () => {
  const cells = (month: MonthCounted) => about(tellMonth(month, asIs), 'endings').map(({ cellId, n }) => [cellId, n])
  const turned = (month: MonthCounted) => {
    const tallies = [...month.tallies].map(
      ([id, one]) => [id, { noTalk: headCount(one), noRecord: 0, recorded: 0 }] as const,
    )
    return { ...month, tallies: new Map(tallies) }
  }
  const check = (month: MonthCounted) => {
    expect(cells(turned(month))).toEqual(cells(month))
  }
  fc.assert(fc.property(months, check), runs)
})

const inMonth = (name: string, told: About[]) => told.map(one => new Set([...one].map(id => `${name} ${id}`)))

test('two months laid side by side tell nothing more than each by itself', () => {
  const check = (first: MonthCounted, second: MonthCounted) => {
    const told = [first, second].flatMap((month, place) =>
      inMonth(`${place}`, cellsIn(about(tellMonth(month, asIs), 'endings'), month)),
    )
    expect(leaks(told, bothIn(first, second))).toEqual([])
  }
  fc.assert(fc.property(months, months, check), { numRuns: 300 })
})

const bothIn = (...both: MonthCounted[]): People =>
  new Map(both.flatMap((month, place) => [...peopleIn(month)].map(([id, many]) => [`${place} ${id}`, many])))

/** How many of two hundred random months a naive way of telling leaks in. */
function caught(naive: (month: MonthCounted) => string[]): number {
  return fc.sample(months, { numRuns: 200, seed: 6 }).filter(month => naive(month).length > 0).length
}

test('control: telling every team, each node above, running totals or what leads can subtract is caught', () => {
  const everyTeam = (month: MonthCounted) =>
    leaks(
      [...month.tallies.keys()].map(id => new Set([id])),
      peopleIn(month),
    )
  const everyNode = (month: MonthCounted) => {
    const isLarge = (one: About) => [...one].reduce((sum, id) => sum + peopleIn(month).get(id)!, 0) >= 7
    return leaks(nodesOf(month.tree, month).filter(isLarge), peopleIn(month))
  }
  const leadsForgotten = (month: MonthCounted) => {
    const perUnit = new Map<string, number>()
    for (const [id, many] of peopleIn(month)) {
      const unit = month.unitOf.get(id)!
      perUnit.set(unit, (perUnit.get(unit) ?? 0) + many)
    }
    const told = partition(month.tree, perUnit).map(cell => teamsOf(cell.join('+'), month))
    return leadsIn(month).flatMap(known => leaks(told, peopleIn(month), known))
  }
  const runningTotal = (month: MonthCounted) => {
    const [whole] = nodesOf(month.tree, month)
    const [early, late] = inMonth('0', [whole!]).concat(inMonth('1', [whole!]))
    const later = new Map([...peopleIn(month)].map(([id, many]) => [id, Math.min(many, 1)]))
    return leaks([early!, new Set([...early!, ...late!])], bothIn(month, { ...month, tallies: asTallies(later) }))
  }
  for (const naive of [everyTeam, everyNode, leadsForgotten, runningTotal]) expect(caught(naive)).toBeGreaterThan(3)
})

const asTallies = (people: People) =>
  new Map([...people].map(([id, recorded]) => [id, { noTalk: 0, noRecord: 0, recorded }]))

/** Two teams of one department, each with its own lead. */
const pair = (first: number, second: number, slips = 0): MonthCounted => ({
  tree: unitTree('org', 'U1', 'U2'),
  unitOf: new Map([
    ['a', 'U1'],
    ['b', 'U2'],
  ]),
  knownWith: new Map([
    ['a', ['lead a']],
    ['b', ['lead b']],
  ]),
  tallies: new Map([
    ['a', { noTalk: 1, noRecord: 0, recorded: first - 1 }],
    ['b', { noTalk: 0, noRecord: 0, recorded: second }],
  ]),
  slips: new Map([['a', Array.from({ length: slips }, () => ['training' as const])]]),
})

test('a team of six shows nothing of its own, and nothing that its neighbours could subtract', () => {
  expect(tellMonth(pair(6, 0), asIs)).toEqual([])
  expect(tellMonth(pair(6, 3), asIs), 'together nine, of whom either lead knows most').toEqual([])
  const besides = tellMonth(pair(12, 6), asIs).map(({ cellId, n }) => [cellId, n])
  expect(besides, 'the large team by itself, and of the six nothing').toEqual([['U1', 12]])
  expect(tellMonth(pair(12, 0), asIs).map(({ cellId, n }) => [cellId, n])).toEqual([['U1+U2', 12]])
})

test('a head above who led all talks of a team learns nothing of the six of another', () => {
  const month = { ...pair(12, 6), tree: unitTree('org', 'U1'), unitOf: new Map(['a', 'b'].map(team => [team, 'U1'])) }
  const sole = new Map([
    ['a', ['lead']],
    ['b', ['lead']],
  ])
  const headOfOne = new Map([
    ['a', ['lead', 'head']],
    ['b', ['lead']],
  ])
  expect(tellMonth({ ...month, knownWith: headOfOne }, asIs)).toEqual([])
  const [told] = tellMonth({ ...month, knownWith: sole }, asIs)
  expect(told, 'control: who forgets the head tells it').toMatchObject({ n: 18 })
})

test('topics are told over as many talks as certainly have a record, and over seven or more', () => {
  const training = (slips: number) => tellMonth(pair(12, 0, slips), asIs).find(one => one.about === 'training')
  expect(training(11), 'nine of twelve certainly have one').toMatchObject({
    n: 9,
    favourable: [6, 9],
    unfavourable: [0, 3],
  })
  expect(training(7)).toMatchObject({ n: 7 })
  expect(training(6)).toBeUndefined()
  expect(slipsIn(pair(12, 0, 6)).get('a')).toBe(6)
})
