import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readComment } from '~/pulses/comments/rules'
import { addBallot, publish, startCount, tally } from '~/pulses/tally'
import { unitTree } from './organisations'

const questions = [
  { id: 'P01', kind: 'quality5' as const },
  { id: 'P24', kind: 'recommend11' as const },
]
const tree = unitTree('org', unitTree('north', 'U1', 'U2'), unitTree('south', 'U3'))
const asTheyCome = <T>(items: T[]) => items
const count = (ballots: Iterable<unknown>, shuffle: typeof asTheyCome = asTheyCome) =>
  tally({ questions, tree, ballots }, shuffle)
const times = <T>(people: number, make: (place: number) => T) =>
  Array.from({ length: people }, (_, place) => make(place))
const ballots = (unit: string, ...answers: number[]) => answers.map(P01 => ({ unit, answers: { P01 } }))

describe('the count of a round', () => {
  it('reduces answers to three classes and publishes two of them in bounds', () => {
    const { cells } = count(ballots('U1', 1, 2, 2, 1, 2, 3, 4, 5, 4, 5))
    expect(cells).toEqual([
      {
        cellId: 'U1+U2+U3',
        itemId: 'P01',
        unitIds: ['U1', 'U2', 'U3'],
        n: 10,
        favourable: [4, 4],
        unfavourable: [5, 5],
      },
    ])
  })

  it('divides the units per question by how many answered it', () => {
    const both = times(8, place => ({ unit: 'U1', answers: place < 7 ? { P01: 5, P24: 9 } : { P01: 5 } }))
    const { cells } = count([...both, ...ballots('U2', 1, 1, 1), ...ballots('U3', 2, 2, 2, 2, 2, 2, 2)])
    expect(cells.map(({ itemId, cellId, n }) => [itemId, cellId, n])).toEqual([
      ['P01', 'U1', 8],
      ['P01', 'U2+U3', 10],
      ['P24', 'U1+U2+U3', 7],
    ])
  })

  it('publishes nothing about a question with fewer than seven answers in all', () => {
    const { cells, ballotsPerCell, counted } = count(ballots('U1', 5, 5, 5, 5, 5, 5))
    expect([cells, ballotsPerCell, counted]).toEqual([[], [], 6])
  })

  it('counts a ballot with every question skipped as a ballot', () => {
    const skipped = times(7, () => ({ unit: 'U3', answers: {} }))
    expect(count(skipped)).toMatchObject({
      cells: [],
      ballotsPerCell: [{ cellId: 'U1+U2+U3', ballots: 7 }],
      counted: 7,
    })
  })

  it('may be done ballot by ballot', () => {
    const under = startCount(questions, tree)
    for (const ballot of ballots('U1', 1, 3, 3, 3, 3, 3, 5)) addBallot(under, ballot)
    expect(publish(under, asTheyCome)).toEqual(count(ballots('U1', 5, 3, 3, 3, 3, 3, 1)))
  })
})

describe('a ballot made by a hostile client', () => {
  const honest = [...ballots('U1', 1, 2, 3, 4, 5, 5, 5), ...ballots('U2', 1, 2, 3, 4, 5, 5, 5, 5)]

  it.each([
    null,
    undefined,
    'ballot',
    7,
    [],
    {},
    { unit: 'U1' },
    { unit: 'U1', answers: [5] },
    { unit: 'U9', answers: {} },
    { unit: 'toString', answers: {} },
    { unit: ['U1'], answers: {} },
    { answers: { P01: 5 } },
  ])('is rejected as a whole when it is %j', ballot => {
    expect(count([...honest, ballot])).toEqual({ ...count(honest), rejected: 1 })
  })

  it.each([0, 6, -1, 1.5, Number.NaN, 1e300, '5', true, null, [5], { P01: 5 }])(
    'loses the answer %j and nothing else',
    P01 => {
      const before = count(honest)
      const after = count([...honest, { unit: 'U1', answers: { P01, P99: 1, __proto__: 1 }, comment: { a: 1 } }])
      expect([after.cells, after.comments]).toEqual([before.cells, before.comments])
      expect([after.counted, after.rejected]).toEqual([before.counted + 1, 0])
    },
  )

  it('does not answer with what only looks like an own answer', () => {
    const inherited = Object.create({ P01: 5 })
    expect(count([...honest, { unit: 'U1', answers: inherited }]).cells).toEqual(count(honest).cells)
  })

  it('never stops the count, whatever is in it', () => {
    const unit = fc.constantFrom('U1', 'U2', 'U9', 1)
    const anything = fc.oneof(fc.anything(), fc.record({ unit, answers: fc.anything(), comment: fc.anything() }))
    const isCounted = fc.property(fc.array(anything, { maxLength: 5 }), hostile => {
      const { counted, rejected } = count([...honest, ...hostile])
      expect(counted + rejected).toBe(honest.length + hostile.length)
    })
    fc.assert(isCounted, { numRuns: 2000, seed: 20_261_204 })
  })
})

describe('comments', () => {
  const writing = (unit: string, people: number) =>
    times(people, place => ({ unit, answers: {}, comment: `${unit} ${place}` }))

  const shown = (ballots: unknown[]) =>
    count(ballots).comments.map(({ cellId, labels, bodies }) => [cellId, labels, bodies.length])

  it('are shown per department, from ten, in the order of the shuffle', () => {
    const wide = unitTree('org', unitTree('north', 'U1', 'U2'), unitTree('south', 'U3', 'U4'))
    const all = [...writing('U1', 4), ...writing('U2', 6), ...writing('U3', 10)]
    const { comments } = tally({ questions, tree: wide, ballots: all }, items => [...items].reverse())
    expect(comments.map(({ cellId, labels }) => [cellId, labels])).toEqual([
      ['U1+U2', ['north']],
      ['U3+U4', ['south']],
    ])
    expect(comments[0]?.bodies).toHaveLength(10)
    expect(comments[0]?.bodies[0]).toBe('U2 5')
  })

  it('are never shown for one unit alone, however many it wrote', () => {
    expect(shown([...writing('U1', 10), ...writing('U3', 10)])).toEqual([['U1+U2+U3', ['org'], 20]])
    expect(shown(writing('U3', 30))).toEqual([['U1+U2+U3', ['org'], 30]])
  })

  it('of small departments are shown together, and below ten in all not at all', () => {
    expect(shown([...writing('U1', 4), ...writing('U3', 6)])).toEqual([['U1+U2+U3', ['org'], 10]])
    expect(shown([...writing('U1', 4), ...writing('U3', 5)])).toEqual([])
  })

  it('of an organisation of one unit are shown for the organisation', () => {
    const ballots = writing('U1', 10)
    expect(tally({ questions, tree: unitTree('org', 'U1'), ballots }, asTheyCome).comments).toHaveLength(1)
  })

  it('are text of at most 500 characters, without what a database refuses', () => {
    expect(readComment('  Te druk.\r\nEcht.\u0000\ud800 ')).toBe('Te druk.\nEcht.')
    expect(readComment('a'.repeat(500))).toHaveLength(500)
    expect(readComment('Fijn 😀')).toBe('Fijn 😀')
    for (const sent of ['a'.repeat(501), '   ', '', 5, null, undefined, {}]) expect(readComment(sent)).toBeUndefined()
  })
})
