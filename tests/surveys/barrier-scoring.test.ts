import fc from 'fast-check'
import { type BarrierClass, barrierClass, barrierClassOf, barrierScore } from 'surveys/barrier-scoring'
import { barriers, fiveBarriers } from 'surveys/five-barriers/v1'
import { describe, expect, test } from 'vitest'

type Step = number | undefined
const none = undefined

const itemsOf = (barrier: string) => fiveBarriers.items.filter(({ topic }) => topic === barrier)

const keyed = (values: readonly Step[]) =>
  values.map((value, place) => ({ key: place < 2 ? ('D' as const) : ('R' as const), value }))
const scoreOf = (values: readonly Step[]) => barrierScore(keyed(values))

describe('a barrier', () => {
  test.each<[string, Step[], number | undefined, BarrierClass | undefined]>([
    ['neutral everywhere', [3, 3, 3, 3], 50, 'noticeable'],
    ['yes to everything', [5, 5, 5, 5], 50, 'noticeable'],
    ['all against', [5, 5, 1, 1], 100, 'high'],
    ['all for', [1, 1, 5, 5], 0, 'low'],
    ['agreeing with what raises it', [4, 4, 2, 2], 75, 'high'],
    ['one not known', [4, none, 2, 2], 75, 'high'],
    ['two not known', [4, none, none, 2], undefined, undefined],
    ['mixed', [5, 4, 3, 2], 75, 'high'],
    ['nothing known', [none, none, none, none], undefined, undefined],
  ])('of %s scores as in the design', (_who, values, score, expected) => {
    expect(scoreOf(values)).toBe(score)
    expect(score === undefined ? undefined : barrierClass(score)).toBe(expected)
  })

  test('changes class exactly halfway between two answers', () => {
    expect([0, 37.4, 37.5, 62.4, 62.5, 100].map(barrierClass)).toEqual([
      ...['low', 'low'],
      ...['noticeable', 'noticeable'],
      ...['high', 'high'],
    ])
  })

  const step = fc.integer({ min: 1, max: 5 })

  test('stays in the middle for whoever gives the same answer four times', () => {
    fc.assert(fc.property(step, value => scoreOf([value, value, value, value]) === 50))
  })

  test('control: without turning half of the answers round, yes to everything would be a high barrier', () => {
    expect(barrierScore([5, 5, 5, 5].map(value => ({ key: 'D', value })))).toBe(100)
  })

  test('is turned round when every answer is, and never leaves 0 to 100', () => {
    const four = fc.tuple(step, step, step, step)
    fc.assert(
      fc.property(four, values => {
        const [score, turned] = [scoreOf(values)!, scoreOf(values.map(value => 6 - value))!]
        return score + turned === 100 && 0 <= score && score <= 100
      }),
    )
  })

  test('takes nothing but the five steps for an answer', () => {
    for (const odd of [0, 6, 2.5, Number.NaN]) expect(scoreOf([4, odd, odd, 2])).toBeUndefined()
  })
})

describe('a ballot', () => {
  const ballot = { 'job_loss.1': 5, 'job_loss.2': 5, 'job_loss.3': 1, 'job_loss.4': 1, 'unheard.1': 3, 'unheard.2': 3 }

  test('is read per barrier, and one with too few answers is left out by itself', () => {
    const read = barriers.map(barrier => barrierClassOf(itemsOf(barrier), ballot))
    expect(read).toEqual(['high', none, none, none, none])
  })

  test('may hold anything: what is no step is not answered', () => {
    const items = itemsOf('job_loss')
    for (const odd of ['5', null, 6, -1, {}, [5], true]) {
      expect(barrierClassOf(items, { ...ballot, 'job_loss.1': odd })).toBe('high')
      expect(barrierClassOf(items, { ...ballot, 'job_loss.1': odd, 'job_loss.4': odd })).toBeUndefined()
    }
    expect(barrierClassOf(items, Object.create(ballot))).toBeUndefined()
  })

  test('of an instrument without keys is a fault', () => {
    expect(() => barrierClassOf([{ id: 'P01' }], {})).toThrow('P01 has no key')
  })
})
