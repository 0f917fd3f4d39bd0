import { type Barrier, barriers } from 'surveys/five-barriers/v1'
import { type AnswerClass, answerClass } from 'surveys/scoring'
import { type Domain, domains, selfCheck } from 'surveys/self-check/v1'
import type { Day } from '~/calendar'
import type { Seal } from '~/ledger/seal'
import type { Bounds, PublishedFigure } from '~/pulses/disclosure/rules'
import { isOfThisRound } from '~/pulses/results/over-time/older'
import { type PerceptionGap, perceptionGap } from '~/statistics/gap'
import type { Certainty } from '~/statistics/participation'
import { type Interval, outwardInterval } from '~/statistics/wilson'
import { type AllWritten, notKnown, outOf } from '../self-check/rules'

/** A count of those who answered in published bounds, with its margin; some may have answered in an earlier round. */
export type Reflected = { count: Bounds; n: number; interval: Interval; olderAnswers?: number }

/** How what somebody expected lies to the range that the result leaves open. */
export type Fit = 'within' | 'tooLow' | 'tooHigh'

/** What somebody expected of ten colleagues, and how it came out; no `fit` where there is no figure. */
export type Expected = { ofTen: number; fit?: Fit }

/** What management says of itself in one statement: a class, that it does not know, or nothing at all. */
export type OwnAnswer = AnswerClass | 'notKnown'

/** One statement from both sides; `gap` only where both have said something. `isOlder`: most of staff answered in an earlier round, so nothing stands there. */
export type MirrorRow = {
  id: string
  domain: Domain
  management?: OwnAnswer
  staff?: Reflected
  isOlder?: true
  gap?: PerceptionGap
  expected?: Expected
}

/** A barrier in the own group; `labels` name that group as far as it has a figure. */
export type OwnRow = BarrierRow & { labels?: readonly string[]; response?: Exclude<Certainty, 'fair'> }

/** What stands beside the result of a check. `rows` is empty when the round asked for no mirror; `own` is only ever sent to whom it belongs to. */
export type MirrorShown = {
  roundId: string
  turnout?: Certainty
  rows: MirrorRow[]
  handedIn?: { seal: Seal; opensOn: Day; isBeforeOpening: boolean }
  barriers: BarrierRow[]
  own?: OwnRow[]
}

/** How many blind spots there are in a domain, of so many statements that both sides answered. */
export type DomainCount = { domain: Domain; blindSpots: number; compared: number }

/** One barrier: for how many it is high, beside what was expected. */
export type BarrierRow = { barrier: Barrier; staff?: Reflected; isOlder?: true; expected?: Expected }

/** A figure with what limits a claim about it: answers of an earlier round, or too few of those who could have answered. */
export type LimitedFigure = PublishedFigure & { olderAnswers?: number; tooFewAnswered?: boolean }

/** The figures of a round by what they are about; a statement or a barrier without one has none to show. */
export type FiguresById = ReadonlyMap<string, LimitedFigure>

/**
 * Lays what management says of itself beside what staff say of it, statement by statement.
 * @param written what management handed in; nothing when it did not, and then the side of staff stands by itself
 * @source instruments.md, section 3a-bis
 */
export function mirrorOf(figures: FiguresById, written: AllWritten = {}): MirrorRow[] {
  return selfCheck.items.map(({ id, topic }) => {
    const { answer, expectation } = written[id] ?? {}
    const figure = figures.get(id)
    const management = answer === undefined ? undefined : ownAnswer(answer)
    const side = sideOf(figure, 'favourable')
    const { staff } = side
    const isComparable = staff && !figure?.tooFewAnswered && management !== undefined && management !== 'notKnown'
    return {
      id,
      domain: topic as Domain,
      ...(management && { management }),
      ...side,
      ...(isComparable && { gap: perceptionGap(management, staff.count, staff.n) }),
      ...(expectation !== undefined && { expected: expectedOf(expectation, staff, figure) }),
    }
  })
}

/** Counts the blind spots per domain, in the fixed order; a domain in which nothing could be compared is left out. */
export function blindSpotsIn(rows: readonly MirrorRow[]): DomainCount[] {
  return domains.flatMap(domain => {
    const compared = rows.filter(row => row.domain === domain && row.gap)
    const blindSpots = compared.filter(({ gap }) => gap === 'blindSpot').length
    return compared.length > 0 ? [{ domain, blindSpots, compared: compared.length }] : []
  })
}

/** Lays what was expected beside for how many each barrier is high. A barrier without a figure keeps its expectation. */
export function barriersBeside(
  figures: FiguresById,
  ofTen: Readonly<Record<string, number | undefined>>,
): BarrierRow[] {
  return barriers.map(barrier => {
    const figure = figures.get(barrier)
    const side = sideOf(figure, 'unfavourable')
    const expected = ofTen[barrier]
    return {
      barrier,
      ...side,
      ...(expected !== undefined && { expected: expectedOf(expected, side.staff, figure) }),
    }
  })
}

/** Counts the statements in which the two sides plainly differ, each way, and in how many both said something. */
export function gapsIn(rows: readonly MirrorRow[]): Record<'compared' | Exclude<PerceptionGap, 'none'>, number> {
  const having = (gap: PerceptionGap) => rows.filter(row => row.gap === gap).length
  return {
    blindSpot: having('blindSpot'),
    betterThanThought: having('betterThanThought'),
    compared: rows.filter(({ gap }) => gap).length,
  }
}

/**
 * Says whether an expectation lies within the range that the published counts leave open. Whoever expects one of ten does
 * not mean exactly ten of a hundred: so many of ten stand for all that is rounded to it.
 */
export function fitOf(ofTen: number, { lowest, highest }: Interval): Fit {
  if (ofTen + halfAStep < lowest * outOf) return 'tooLow'
  return ofTen - halfAStep > highest * outOf ? 'tooHigh' : 'within'
}

const halfAStep = 1 / 2

const expectedOf = (ofTen: number, staff?: Reflected, figure?: LimitedFigure): Expected => ({
  ofTen,
  ...(staff && !figure?.tooFewAnswered && { fit: fitOf(ofTen, staff.interval) }),
})

/** The side of staff; nothing where most of what is counted was answered in an earlier round. */
function sideOf(figure: LimitedFigure | undefined, which: 'favourable' | 'unfavourable'): Side {
  if (!figure) return {}
  const { n, olderAnswers } = figure
  if (!isOfThisRound(n, olderAnswers)) return { isOlder: true }
  return { staff: { ...reflect(figure[which], n), ...(olderAnswers && { olderAnswers }) } }
}

type Side = Pick<MirrorRow, 'staff' | 'isOlder'>

const ownAnswer = (value: number): OwnAnswer => (value === notKnown ? 'notKnown' : answerClass('agree5', value))

const reflect = (count: Bounds, n: number): Reflected => ({ count, n, interval: outwardInterval(count, n) })
