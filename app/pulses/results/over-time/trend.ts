import type { Day } from '~/calendar'
import type { PublishedFigure } from '../../disclosure/rules'
import type { FigureKind } from '../../figures'
import type { FigureText } from '../figures-shown'
import { type Comparison, compare, isCompared } from './comparing'
import { type Measurement, olderIn, organisationIn, sameWords } from './measurements'

/**
 * One round in a trend. `isJoined` says that a line may lead to it from the point before: the same groups were asked the
 * same. Whether the same people answered, nobody knows.
 */
export interface TrendPoint {
  round: { id: string; number: number; closesOn: Day }
  figure: PublishedFigure
  change: Comparison
  isJoined: boolean
  /** How many of its answers were given in an earlier round. */
  older: number
}

/** One figure of the whole organisation over all rounds that measured it anew, the first one first. */
export interface Trend {
  id: string
  kind: FigureKind
  text: FigureText
  points: TrendPoint[]
}

/**
 * Lays the rounds of a figure in a row. A round in which nothing new could be shown is no measurement, so it is left
 * out; only what is asked in the words of the latest round belongs to it.
 * @param all every measurement of the figure, the latest first
 * @returns nothing when it was never published
 */
export function trendOf(id: string, all: readonly Measurement[]): Trend | undefined {
  const [latest] = all.filter(({ organisation }) => organisation)
  if (!latest) return undefined
  const same = sameWords(latest, all)
  const rounds = same.map(organisationIn)
  const points = same.flatMap((one, place): TrendPoint[] => {
    const { id: roundId, number, closesOn, organisation } = one
    if (!organisation?.isNew) return []
    const change = compare(one.kind, organisation, rounds.slice(place + 1))
    return [
      {
        round: { id: roundId, number, closesOn },
        figure: organisation.figure,
        change,
        isJoined: isCompared(change),
        older: olderIn(one.groups),
      },
    ]
  })
  return { id, kind: latest.kind, text: latest.text, points: points.reverse() }
}
