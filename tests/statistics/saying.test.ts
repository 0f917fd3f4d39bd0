import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Bounds } from '~/pulses/disclosure/rules'
import { perceptionGap } from '~/statistics/gap'
import { type BarrierShare, highestBarrier, overlap } from '~/statistics/highest'
import { intervalWords, type ShareWord } from '~/statistics/interval-words'
import { participationBand } from '~/statistics/participation'
import { wilsonInterval } from '~/statistics/wilson'

describe('a gap between management and staff', () => {
  test.each<[string, Parameters<typeof perceptionGap>, ReturnType<typeof perceptionGap>]>([
    ['management agrees, 5 of 20 staff do', ['favourable', [5, 5], 20], 'blindSpot'],
    ['management agrees, 9 of 20 staff do', ['favourable', [9, 9], 20], 'none'],
    ['management disagrees, 15 of 20 staff agree', ['unfavourable', [15, 15], 20], 'betterThanThought'],
    ['management disagrees, 11 of 20 staff agree', ['unfavourable', [11, 11], 20], 'none'],
    ['management stands in the middle', ['middle', [0, 3], 20], 'none'],
    ['management agrees, and so do staff', ['favourable', [15, 15], 20], 'none'],
    ['management disagrees, and so do staff', ['unfavourable', [5, 5], 20], 'none'],
    ['3 or fewer of 20 agree', ['favourable', [0, 3], 20], 'blindSpot'],
    ['3 or fewer of 8 agree: that may be half of everyone', ['favourable', [0, 3], 8], 'none'],
    ['bounds that reach too far', ['favourable', [5, 9], 20], 'none'],
  ])('%s', (_what, [management, favourable, n], expected) => {
    expect(perceptionGap(management, favourable, n)).toBe(expected)
  })
})

describe('the highest barrier', () => {
  const shares = (...given: [string, Bounds, number][]): BarrierShare<string>[] =>
    given.map(([barrier, high, n]) => ({ barrier, high, n }))

  test('is the one with the largest share of people for whom it is high', () => {
    const found = highestBarrier(shares(['job_loss', [30, 30], 100], ['distrust', [70, 70], 100]))
    expect(found).toEqual({ kind: 'one', barrier: 'distrust' })
  })

  test('is shared when the evidence does not tell two apart, in the order they were given', () => {
    const found = highestBarrier(
      shares(['job_loss', [60, 60], 100], ['too_old', [10, 10], 100], ['unheard', [62, 62], 100]),
    )
    expect(found).toEqual({ kind: 'shared', barriers: ['job_loss', 'unheard'] })
  })

  test('is told apart from half an overlap on, and not from more', () => {
    // 70 of 100 against 69, 68, 67 …: the overlap grows by about a tenth of an interval at a time
    const against = (other: number) => highestBarrier(shares(['a', [70, 70], 100], ['b', [other, other], 100])).kind
    const overlapWith = (other: number) => overlap(wilsonInterval(70, 100), wilsonInterval(other, 100))
    for (let other = 40; other < 70; other++) {
      expect(against(other)).toBe(overlapWith(other) > 0.5 ? 'shared' : 'one')
    }
    expect([against(40), against(69)]).toEqual(['one', 'shared'])
  })

  test('of a small team is nearly always shared', () => {
    const found = highestBarrier(shares(['job_loss', [0, 3], 7], ['distrust', [4, 7], 7], ['unheard', [0, 3], 7]))
    expect(found).toEqual({ kind: 'shared', barriers: ['job_loss', 'distrust', 'unheard'] })
  })

  test('is none as long as it may be that none is high for anybody, or none is published', () => {
    expect(highestBarrier(shares(['job_loss', [0, 3], 14], ['distrust', [0, 3], 14]))).toEqual({ kind: 'none' })
    expect(highestBarrier([])).toEqual({ kind: 'none' })
  })

  test('is found whatever the number of answers to each', () => {
    const found = highestBarrier(shares(['job_loss', [90, 90], 300], ['distrust', [10, 10], 14]))
    expect(found).toEqual({ kind: 'one', barrier: 'distrust' })
  })

  test('an interval overlaps itself wholly and what it does not touch not at all', () => {
    const [low, high] = [
      { lowest: 0.1, highest: 0.3 },
      { lowest: 0.5, highest: 0.6 },
    ]
    expect([overlap(low, low), overlap(low, high), overlap(high, low)]).toEqual([1, 0, 0])
    expect(overlap({ lowest: 0, highest: 1 }, high), 'of the shorter of the two').toBeCloseTo(1)
  })
})

describe('words for an interval', () => {
  test.each([
    [7, 10, 'third', 'nineTenths'],
    [60, 100, 'half', 'threeQuarters'],
    [0, 5, 'none', 'half'],
    [6, 8, 'third', 'all'],
    [20, 20, 'threeQuarters', 'all'],
    [5, 20, 'tenth', 'half'],
    [400, 1000, 'third', 'half'],
  ])('of %i out of %i lie around it', (count, n, from, to) => {
    expect(intervalWords(wilsonInterval(count, n))).toEqual({ from, to })
  })

  const shares = { none: 0, tenth: 0.1, quarter: 0.25, third: 1 / 3, half: 0.5 }
  const rest = { twoThirds: 2 / 3, threeQuarters: 0.75, nineTenths: 0.9, all: 1 }
  const shareOf = { ...shares, ...rest }

  test('never claim more than the figures do', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(share, share, (one, other) => {
        const interval = { lowest: Math.min(one, other), highest: Math.max(one, other) }
        const { from, to } = intervalWords(interval)
        return shareOf[from] <= interval.lowest && interval.highest <= shareOf[to]
      }),
    )
  })

  test('are as near as words can be, and exact where a word is', () => {
    for (const word of Object.keys(shareOf) as ShareWord[]) {
      expect(intervalWords({ lowest: shareOf[word], highest: shareOf[word] })).toEqual({ from: word, to: word })
    }
  })
})

test.each([
  [0, 0, 'tooFew'],
  [0, 100, 'tooFew'],
  [399, 1000, 'tooFew'],
  [400, 1000, 'careful'],
  [599, 1000, 'careful'],
  [600, 1000, 'fair'],
  [100, 100, 'fair'],
])('when %i of %i took part, a result is: %s', (answered, couldAnswer, band) => {
  expect(participationBand(answered, couldAnswer)).toBe(band)
})
