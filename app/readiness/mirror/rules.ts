import { type Barrier, barriers } from 'surveys/five-barriers/v1'
import { type AnswerClass, answerClass } from 'surveys/scoring'
import { type Domain, domains, selfCheck } from 'surveys/self-check/v1'
import type { Day } from '~/calendar'
import type { Seal } from '~/ledger/seal'
import type { Bounds, PublishedFigure } from '~/pulses/disclosure/rules'
import { type PerceptionGap, perceptionGap } from '~/statistics/gap'
import { type Interval, outwardInterval } from '~/statistics/wilson'
import { type AllWritten, notKnown, outOf } from '../self-check/rules'

/** A count of people in published bounds, and the range in which the share of everybody plausibly lies. */
export type Reflected = { count: Bounds; n: number; interval: Interval }

/** How what somebody expected lies to the range that the result leaves open. */
export type Fit = 'within' | 'tooLow' | 'tooHigh'

/** What somebody expected of ten colleagues, and how it came out; no `fit` where there is no figure. */
export type Expected = { ofTen: number; fit?: Fit }

/** What management says of itself in one statement: a class, that it does not know, or nothing at all. */
export type OwnAnswer = AnswerClass | 'notKnown'

/** One statement from both sides; `gap` only where both have said something. */
export type MirrorRow = {
  id: string
  domain: Domain
  management?: OwnAnswer
  staff?: Reflected
  gap?: PerceptionGap
  expected?: Expected
}

/** A barrier in the own group; `labels` name that group as far as it has a figure. */
export type OwnRow = BarrierRow & { labels?: readonly string[] }

/** What stands beside the result of a check. `rows` is empty when the round asked for no mirror; `own` is only ever sent to whom it belongs to. */
export type MirrorShown = {
  roundId: string
  rows: MirrorRow[]
  handedIn?: { on: Day; seal: Seal }
  barriers: BarrierRow[]
  own?: OwnRow[]
}

/** How many blind spots there are in a domain, of so many statements that both sides answered. */
export type DomainCount = { domain: Domain; blindSpots: number; compared: number }

/** One barrier: for how many it is high, beside what was expected. */
export type BarrierRow = { barrier: Barrier; staff?: Reflected; expected?: Expected }

/** The figures of a round by what they are about; a statement or a barrier without one has none to show. */
export type FiguresById = ReadonlyMap<string, PublishedFigure>

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
    const isComparable = figure && management !== undefined && management !== 'notKnown'
    const staff = figure && reflect(figure.favourable, figure.n)
    return {
      id,
      domain: topic as Domain,
      ...(management && { management }),
      ...(staff && { staff }),
      ...(isComparable && { gap: perceptionGap(management, figure.favourable, figure.n) }),
      ...(expectation !== undefined && { expected: expectedOf(expectation, staff) }),
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
    const staff = figure && reflect(figure.unfavourable, figure.n)
    const expected = ofTen[barrier]
    return {
      barrier,
      ...(staff && { staff }),
      ...(expected !== undefined && { expected: expectedOf(expected, staff) }),
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

/** Says whether an expectation lies within the range that the published counts leave open. It stands for itself, not rounded. */
export function fitOf(ofTen: number, { lowest, highest }: Interval): Fit {
  const share = ofTen / outOf
  if (share < lowest) return 'tooLow'
  return share > highest ? 'tooHigh' : 'within'
}

const expectedOf = (ofTen: number, staff?: Reflected): Expected => ({
  ofTen,
  ...(staff && { fit: fitOf(ofTen, staff.interval) }),
})

const ownAnswer = (value: number): OwnAnswer => (value === notKnown ? 'notKnown' : answerClass('agree5', value))

const reflect = (count: Bounds, n: number): Reflected => ({ count, n, interval: outwardInterval(count, n) })
