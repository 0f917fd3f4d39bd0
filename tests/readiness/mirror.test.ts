import { selfCheck } from 'surveys/self-check/v1'
import { describe, expect, test } from 'vitest'
import { type PublishedFigure, publishedFigure } from '~/pulses/disclosure/rules'
import { linesOf } from '~/readiness/mirror/lines'
import { barriersBeside, blindSpotsIn, fitOf, gapsIn, mirrorOf } from '~/readiness/mirror/rules'

const figures = (of: Record<string, [n: number, favourable: number, unfavourable: number]>) =>
  new Map<string, PublishedFigure>(Object.entries(of).map(([id, figure]) => [id, publishedFigure(...figure)]))

const rowOf = (id: string, rows: ReturnType<typeof mirrorOf>) => rows.find(row => row.id === id)!

describe('the mirror, statement by statement', () => {
  test('holds the goldens: 5 of 20 is a blind spot, 9 of 20 shows no gap', () => {
    const rows = mirrorOf(figures({ 'trust.1': [20, 5, 5], 'trust.2': [20, 9, 5] }), {
      'trust.1': { answer: 4 },
      'trust.2': { answer: 4 },
    })
    expect(rowOf('trust.1', rows)).toMatchObject({ management: 'favourable', gap: 'blindSpot' })
    const { lowest, highest } = rowOf('trust.1', rows).staff!.interval
    expect([lowest, highest].map(share => Math.round(share * 1000) / 10)).toEqual([11.2, 46.9])
    expect(rowOf('trust.2', rows)).toMatchObject({ management: 'favourable', gap: 'none' })
  })

  test('says better than thought only where more than half agree for sure', () => {
    const rows = mirrorOf(figures({ 'time.1': [40, 32, 4], 'time.2': [8, 4, 4] }), {
      'time.1': { answer: 2 },
      'time.2': { answer: 1 },
    })
    expect([rowOf('time.1', rows).gap, rowOf('time.2', rows).gap]).toEqual(['betterThanThought', 'none'])
  })

  test('shows staff alone when management did not hand in, and compares nothing with "we do not know"', () => {
    const found = figures({ 'power.1': [20, 5, 5] })
    expect(rowOf('power.1', mirrorOf(found))).toEqual({
      id: 'power.1',
      domain: 'power',
      staff: expect.objectContaining({ count: [5, 5], n: 20 }),
    })
    const row = rowOf('power.1', mirrorOf(found, { 'power.1': { answer: 0, expectation: 3 } }))
    expect(row).toMatchObject({ management: 'notKnown', expected: { ofTen: 3, fit: 'within' } })
    expect(row).not.toHaveProperty('gap')
  })

  test('keeps what management said where staff have no figure', () => {
    const rows = mirrorOf(new Map(), { 'trust.1': { answer: 5, expectation: 9 } })
    expect(rowOf('trust.1', rows)).toEqual({
      id: 'trust.1',
      domain: 'trust',
      management: 'favourable',
      expected: { ofTen: 9 },
    })
    expect(rows.map(({ id }) => id)).toEqual(selfCheck.items.map(({ id }) => id))
    expect(gapsIn(rows)).toEqual({ blindSpot: 0, betterThanThought: 0, compared: 0 })
  })

  test('counts blind spots per domain, of what could be compared', () => {
    const rows = mirrorOf(figures({ 'trust.1': [20, 5, 5], 'trust.2': [20, 9, 5], 'power.2': [40, 32, 4] }), {
      'trust.1': { answer: 4 },
      'trust.2': { answer: 4 },
      'power.2': { answer: 2 },
      'time.1': { answer: 4 },
    })
    expect(blindSpotsIn(rows)).toEqual([
      { domain: 'trust', blindSpots: 1, compared: 2 },
      { domain: 'power', blindSpots: 0, compared: 1 },
    ])
    expect(gapsIn(rows)).toEqual({ blindSpot: 1, betterThanThought: 1, compared: 3 })
  })
})

describe('answers of an earlier round', () => {
  const of = (olderAnswers: number) => {
    const figure = { ...publishedFigure(20, 5, 5), olderAnswers }
    return rowOf('trust.1', mirrorOf(new Map([['trust.1', figure]]), { 'trust.1': { answer: 4 } }))
  }

  test('are left out where they are most of them; control: half of them stand, and are told', () => {
    expect(of(11)).toEqual({ id: 'trust.1', domain: 'trust', management: 'favourable', isOlder: true })
    expect(of(10)).toMatchObject({ staff: { n: 20, olderAnswers: 10 }, gap: 'blindSpot' })
    const [row] = barriersBeside(new Map([['job_loss', { ...publishedFigure(20, 4, 12), olderAnswers: 11 }]]), {
      job_loss: 2,
    })
    expect(row).toEqual({ barrier: 'job_loss', isOlder: true, expected: { ofTen: 2 } })
  })
})

test('where too few of them answered, neither a gap nor a fit is claimed', () => {
  const thin = { ...publishedFigure(20, 5, 5), tooFewAnswered: true }
  const row = rowOf('trust.1', mirrorOf(new Map([['trust.1', thin]]), { 'trust.1': { answer: 4, expectation: 9 } }))
  expect(row).toMatchObject({ management: 'favourable', staff: { n: 20 }, expected: { ofTen: 9 } })
  expect([row.gap, row.expected?.fit]).toEqual([undefined, undefined])
})

describe('what was expected', () => {
  test('stands for all that is rounded to it: one of ten is not exactly 10 of 100', () => {
    const narrow = { lowest: 0.11, highest: 0.14 }
    expect([0, 1, 2].map(ofTen => fitOf(ofTen, narrow))).toEqual(['tooLow', 'within', 'tooHigh'])
    expect(fitOf(0, { lowest: 0.04, highest: 0.2 })).toBe('within')
    expect(fitOf(10, { lowest: 0.8, highest: 0.94 }), 'control').toBe('tooHigh')
  })

  test('lies within the margin, or plainly below or above it', () => {
    const interval = { lowest: 0.26, highest: 0.54 }
    expect([2, 3, 4, 5, 6].map(ofTen => fitOf(ofTen, interval))).toEqual([
      'tooLow',
      'within',
      'within',
      'within',
      'tooHigh',
    ])
  })

  test('stands beside how many people meet a high barrier, also where that is held back', () => {
    const rows = barriersBeside(figures({ distrust: [20, 4, 12] }), { distrust: 2, unheard: 4 })
    expect(rows.find(({ barrier }) => barrier === 'distrust')).toMatchObject({
      staff: { count: [12, 12], n: 20 },
      expected: { ofTen: 2, fit: 'tooLow' },
    })
    expect(rows.find(({ barrier }) => barrier === 'unheard')).toEqual({ barrier: 'unheard', expected: { ofTen: 4 } })
    expect(rows.find(({ barrier }) => barrier === 'job_loss')).toEqual({ barrier: 'job_loss' })
  })

  test('control: counted in bounds, the margin reaches outward and an expectation at its edge is not called wrong', () => {
    const [row] = barriersBeside(figures({ job_loss: [20, 10, 2] }), { job_loss: 3 })
    expect(row).toMatchObject({ staff: { count: [0, 3] }, expected: { fit: 'within' } })
  })
})

test('every statement fits the drawing, in every language, and loses no word', () => {
  for (const { text } of selfCheck.items)
    for (const sentence of Object.values(text)) {
      const lines = linesOf(sentence)
      expect(lines.join(' ')).toBe(sentence)
      expect(lines.length).toBeLessThan(3)
      expect(Math.max(...lines.map(line => line.length))).toBeLessThanOrEqual(44)
    }
  expect(linesOf('aa bb cc', 5)).toEqual(['aa bb', 'cc'])
})
