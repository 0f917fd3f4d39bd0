import fc from 'fast-check'
import { barriers, fiveBarriers } from 'surveys/five-barriers/v1'
import { expect, it } from 'vitest'
import { readManifest, writeManifest } from '~/ballot-box/manifest'
import { type Figure, figuresOf, questionsIn } from '~/pulses/figures'
import { questionsOf } from '~/pulses/questions'
import { figuresShown } from '~/pulses/results/figures-shown'
import { type Tally, tally } from '~/pulses/tally'
import { makeRound } from '../ballot-box/round'
import { unitTree } from './organisations'

const { manifest } = await makeRound()
const asked = questionsOf({ number: 5, withPilotItem: true, asks: 'checkWithMirror' })
const questions = questionsIn({ questions: asked })
const tree = unitTree('org', unitTree('north', 'U1', 'U2'), unitTree('south', 'U3'))
const count = (ballots: unknown[]): Tally => tally({ questions, tree, ballots }, items => items)

/** A ballot that answers the four statements of one barrier, in the order of the instrument. */
const ballot = (unit: string, ...steps: (number | undefined)[]) => {
  const items = fiveBarriers.items.filter(({ topic }) => topic === 'distrust')
  return { unit, answers: Object.fromEntries(items.map(({ id }, place) => [id, steps[place]])) }
}
const many = <T>(people: number, one: T): T[] => Array.from({ length: people }, () => one)

it('asks twenty statements of the check and ten of the mirror, and counts five barriers and ten statements', () => {
  expect(asked).toHaveLength(30)
  expect(figuresOf(questions).map(({ id }) => id)).toEqual([...barriers, ...asked.slice(20).map(({ id }) => id)])
  expect(questionsOf({ number: 5, withPilotItem: true, asks: 'check' })).toEqual(asked.slice(0, 20))
})

it('lets each answer into exactly one figure', () => {
  const used = figuresOf(questions).flatMap((figure: Figure) => figure.questions.map(({ id }) => id))
  expect(used.sort()).toEqual(asked.map(({ id }) => id).sort())
})

it('counts classes of people: low as the better outcome, high as the worse one', () => {
  const { cells } = count([
    ...many(4, ballot('U1', 5, 5, 1, 1)),
    ...many(5, ballot('U1', 1, 1, 5, 5)),
    ...many(3, ballot('U1', 5, 5, 5, 5)),
  ])
  expect(cells).toEqual([
    {
      cellId: 'U1+U2+U3',
      itemId: 'distrust',
      unitIds: ['U1', 'U2', 'U3'],
      n: 12,
      favourable: [5, 5],
      unfavourable: [4, 4],
    },
  ])
})

it('counts nobody who answered fewer than three of the four, and publishes nothing about six', () => {
  expect(
    count([...many(6, ballot('U1', 4, 4, 2, 2)), ...many(9, ballot('U1', 4, undefined, undefined, 2))]).cells,
  ).toEqual([])
  expect(count([...many(6, ballot('U1', 4, 4, 2, 2)), ballot('U1', 4, undefined, 2, 2)]).cells).toHaveLength(1)
})

it('publishes nothing, and counts everybody, where all said that they do not know', () => {
  expect(count(many(20, { unit: 'U3', answers: {} }))).toMatchObject({ cells: [], counted: 20, rejected: 0 })
})

it('takes whatever a hostile client makes up for an answer as left out', () => {
  const odd = fc.oneof(fc.constantFrom(0, 6, 2.5, '5', null, [5], { toString: 1 }, Number.NaN), fc.string())
  fc.assert(
    fc.property(fc.array(odd, { minLength: 4, maxLength: 4 }), steps => {
      const { cells, rejected } = count([...many(8, ballot('U1', 3, 3, 3, 3)), ballot('U1', ...(steps as number[]))])
      expect([cells[0]?.n, rejected]).toEqual([8, 0])
    }),
  )
})

it('never shows a statement of the check by itself', () => {
  const ids = figuresShown(asked).map(({ id }) => id)
  expect(ids.filter(id => asked.slice(0, 20).some(question => question.id === id))).toEqual([])
})

it('is announced in the manifest, statement by statement, with what is counted together', () => {
  const read = readManifest(writeManifest({ ...manifest, questions: asked }))
  expect(read.questions[0]).toMatchObject({ id: 'job_loss.1', barrier: 'job_loss', key: 'D' })
  expect(Object.keys(read.questions[20]!)).not.toContain('barrier')
})

it.each([
  { barrier: 'job_loss' },
  { key: 'D' },
  { barrier: 'job_loss', key: 'X' },
  { barrier: 'job_loss', key: 'D', mark: 1 },
])('refuses a manifest with %o beside a question: half a barrier, or a mark of its own', extra => {
  const [first] = questionsOf({ number: 1, withPilotItem: false })
  expect(() => readManifest(writeManifest({ ...manifest, questions: [{ ...first!, ...extra } as never] }))).toThrow()
})
