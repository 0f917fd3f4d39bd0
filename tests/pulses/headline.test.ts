import { barriers } from 'surveys/five-barriers/v1'
import { describe, expect, it } from 'vitest'
import { questionsOf } from '~/pulses/questions'
import { leftOutIn } from '~/pulses/results/headline'
import { type HeldFigure, resultsOf } from '~/pulses/results/rules'
import { highestIn } from '~/readiness/needs/rules'
import { cell, publishedRound } from './published-round'

const everyone = ['U1', 'U2', 'U3']
const headline = (...cells: ReturnType<typeof cell>[]) => resultsOf(publishedRound(cells)).headline
const positive = (itemId: string, n: number, favourable: number) => cell(itemId, everyone, [n, favourable, 4])

/** A check in which so many of `n` people meet each barrier as a high one. */
function checked(n: number, high: readonly number[], ...others: ReturnType<typeof cell>[]) {
  const cells = high.map((people, place) => cell(barriers[place]!, everyone, [n, 4, people]))
  const questions = questionsOf({ number: 1, withPilotItem: false, asks: 'checkWithMirror' })
  return resultsOf({ ...publishedRound([...cells, ...others]), questions }).headline
}

describe('the headline of a pulse', () => {
  it('names the questions answered most and least positively, and says how sure that is', () => {
    expect(headline(positive('P01', 40, 22), positive('P04', 40, 29), positive('P10', 40, 6))).toEqual({
      kind: 'questions',
      most: { certainty: 'likely', ids: ['P04'] },
      least: { certainty: 'clear', ids: ['P10'] },
    })
  })

  it('compares parts of those who answered, not heads', () => {
    expect(headline(positive('P01', 100, 40), positive('P04', 40, 32))).toMatchObject({ most: { ids: ['P04'] } })
  })

  it('calls nothing clear that reaches into another margin, however large the group', () => {
    const most = (n: number) => headline(positive('P01', n, n / 2), positive('P04', n, (n * 7) / 10))
    expect(most(40), '20 and 28 of 40').toMatchObject({ most: { certainty: 'likely' } })
    expect(most(400), 'control: 200 and 280 of 400').toMatchObject({ most: { certainty: 'clear' } })
  })

  it('names together what the evidence does not tell apart', () => {
    const some = [positive('P01', 40, 30), positive('P04', 40, 28), positive('P10', 40, 5)]
    expect(headline(...some)).toMatchObject({ most: { certainty: 'shared', ids: ['P01', 'P04'] } })
  })

  it('says that nothing stands out, or that there is nothing', () => {
    expect(headline(positive('P01', 40, 20), positive('P04', 20, 10))).toEqual({ kind: 'alike' })
    expect(headline()).toEqual({ kind: 'nothing' })
  })
})

describe('the headline of a check', () => {
  it('names the highest barrier by how many meet it as high, and is clear only where no margin touches its own', () => {
    expect(checked(120, [70, 30, 20, 10, 25])).toEqual({
      kind: 'barriers',
      highest: { certainty: 'clear', ids: ['job_loss'] },
    })
    expect(checked(120, [50, 35, 20, 10, 25])).toMatchObject({ highest: { certainty: 'likely', ids: ['job_loss'] } })
  })

  it('names several together in the order in which they are asked, whichever has a person more', () => {
    expect(checked(120, [50, 54, 20, 10, 25])).toEqual({
      kind: 'barriers',
      highest: { certainty: 'shared', ids: ['job_loss', 'distrust'] },
    })
  })

  it('is about barriers only: what staff find of management has its own place', () => {
    const mirror = cell('trust.1', everyone, [120, 110, 4])
    expect(checked(120, [70, 30, 20, 10, 25], mirror)).toEqual(checked(120, [70, 30, 20, 10, 25]))
  })

  it('names none where each of them may be high for nobody', () => {
    expect(checked(120, [0, 2, 3, 1, 0])).toEqual({ kind: 'noneHigh' })
  })

  it('has nothing to say when nobody has a score: everyone answered "I do not know"', () => {
    expect(checked(120, [])).toEqual({ kind: 'nothing' })
  })
})

describe('what was mostly answered in an earlier round', () => {
  /** A figure of an earlier round that stands on, because a new one is held back. */
  const older = (itemId: string, n: number, high: number): HeldFigure => ({
    ...{ itemId, cellId: 'U3', unitIds: ['U3'] },
    standing: { roundNumber: 1, n, favourable: [4, 4], unfavourable: [high, high] },
  })
  const questions = questionsOf({ number: 1, withPilotItem: false, asks: 'check' })
  const inAll = (high: readonly number[], held: HeldFigure[]) => {
    const cells = high.map((people, place) => cell(barriers[place]!, ['U1', 'U2'], [40, 4, people]))
    return resultsOf({ ...publishedRound(cells), questions, held })
  }

  it('is not said to stand out now, nor held against what was answered now', () => {
    const { headline: told, items } = inAll([10, 12, 24, 8, 9], [older('job_loss', 60, 60)])
    expect(told).toEqual({ kind: 'barriers', highest: { certainty: 'likely', ids: ['ai_fails'] } })
    expect(leftOutIn(items).map(({ id }) => id)).toEqual(['job_loss'])
    expect(highestIn(items)).toEqual(['ai_fails'])
  })

  it('control: with no more than half from before, it counts', () => {
    const { headline: told, items } = inAll([10, 12, 11, 8, 9], [older('job_loss', 40, 40)])
    expect(told).toMatchObject({ highest: { ids: ['job_loss'] } })
    expect([leftOutIn(items), items[0]]).toMatchObject([[], { olderAnswers: 40, figure: { n: 80 } }])
  })

  it('says nothing of this round where less than two figures are of it', () => {
    const held = barriers.slice(1).map(id => older(id, 60, 5))
    expect(inAll([30, 2, 2, 2, 2], held).headline).toEqual({ kind: 'older' })
    expect(highestIn(inAll([30, 2, 2, 2, 2], held).items)).toEqual([])
  })
})
