import { describe, expect, it } from 'vitest'
import { changesOf, measurementsIn } from '~/pulses/results/over-time/measurements'
import { trendOf } from '~/pulses/results/over-time/trend'
import { type PublishedRound, resultsOf } from '~/pulses/results/rules'
import { unitTree } from './organisations'
import { cell, publishedRound, tree } from './published-round'

const everyone = ['U1', 'U2', 'U3']
const whole = (positive: number, n: number) => cell('P04', everyone, [n, positive, 4])
const of = (number: number, published: PublishedRound) =>
  measurementsIn({ id: `R${number}`, number, closesOn: `2026-0${number}-01` }, published).get('P04')!
const inRound = (number: number, ...cells: ReturnType<typeof cell>[]) => of(number, publishedRound(cells))

/** The same organisation with its units numbered the other way round, as a next round may do. */
const renumbered = unitTree(
  'org',
  {
    ...unitTree('north'),
    children: [
      { id: 'U3', label: 'U1' },
      { id: 'U1', label: 'U2' },
    ],
  },
  { ...unitTree('south'), children: [{ id: 'U2', label: 'U3' }] },
)

const held = (n: number, positive: number) => ({
  cellId: 'U3',
  itemId: 'P04',
  unitIds: ['U3'],
  standing: { n, favourable: [positive, positive] as const, unfavourable: [4, 4] as const, roundNumber: 1 },
})

describe('a group in another round', () => {
  it('is found by its name and place, not by its number', () => {
    const before = of(1, { ...publishedRound([cell('P04', ['U3'], [60, 30, 4])]), tree: renumbered })
    const now = inRound(2, cell('P04', ['U1'], [58, 42, 4]))
    const changes = changesOf(new Map([['P04', now]]), () => [before]).get('P04')!
    expect(changes.groups.get('U1')).toEqual({ kind: 'clear', direction: 'rise', since: 1 })
    const byNumber = changesOf(new Map([['P04', now]]), () => [inRound(1, cell('P04', ['U3'], [60, 30, 4]))])
    expect(byNumber.get('P04')!.groups.get('U1'), 'control: another team').toEqual({ kind: 'first' })
  })

  it('is nobody where two units have the same name in the same place', () => {
    const twins = unitTree('org', { id: 'U1', label: 'Team' }, { id: 'U2', label: 'Team' })
    const one = (number: number) => of(number, { ...publishedRound([cell('P04', ['U2'], [60, 30, 4])]), tree: twins })
    const changes = changesOf(new Map([['P04', one(2)]]), () => [one(1)]).get('P04')!
    expect(changes.groups.get('U2')).toEqual({ kind: 'first' })
  })
})

describe('the organisation', () => {
  const changed = (now: PublishedRound, before: PublishedRound) => {
    const changes = changesOf(new Map([['P04', of(2, now)]]), () => [of(1, before)])
    return resultsOf(now, changes).items.find(({ id }) => id === 'P04')!
  }

  it('is compared where the same units are counted, and says how many answers are older', () => {
    const now = { ...publishedRound([cell('P04', ['U1', 'U2'], [58, 42, 4])]), held: [held(20, 10)] }
    const item = changed(now, publishedRound([whole(30, 60)]))
    expect(item).toMatchObject({ olderAnswers: 20, figure: { n: 78 }, change: { kind: 'clear', since: 1 } })
  })

  it('is not compared where a part of it is missing, or where the question had other words', () => {
    const now = publishedRound([cell('P04', ['U1', 'U2'], [58, 42, 4])])
    expect(changed(now, publishedRound([whole(30, 60)])).change).toEqual({ kind: 'notComparable', since: 1 })
    const before = publishedRound([whole(30, 60)])
    const reworded = { ...before, questions: before.questions.map(one => ({ ...one, text_fr: 'Autrement ?' })) }
    expect(changed(publishedRound([whole(42, 58)]), reworded).change).toEqual({ kind: 'first' })
    expect(changed(publishedRound([whole(42, 58)]), before).change, 'control').toMatchObject({ kind: 'clear' })
  })
})

describe('a trend', () => {
  it('joins only what is about the same group, and leaves out rounds without a new figure', () => {
    const stoodOn = of(3, { ...publishedRound([]), held: [held(20, 10)] })
    const all = [
      inRound(4, whole(42, 58)),
      stoodOn,
      inRound(2, whole(30, 60)),
      inRound(1, cell('P04', ['U1'], [14, 7, 4])),
    ]
    const { points } = trendOf('P04', all)!
    expect(points.map(({ round, isJoined }) => [round.number, isJoined])).toEqual([
      [1, false],
      [2, false],
      [4, true],
    ])
    expect(points.map(({ change }) => change.kind)).toEqual(['first', 'notComparable', 'clear'])
  })

  it('is nothing for a figure that was never published', () => {
    expect(trendOf('P04', [])).toBeUndefined()
    expect(trendOf('P04', [of(1, { ...publishedRound([]), tree })])).toBeUndefined()
  })
})
