import { type Certainty, participationBand } from '~/statistics/participation'
import type { Bounds, PublishedFigure } from '../disclosure/rules'

/** A count as people say it: "9 of 14", "3 or fewer of 14", "11 or more of 14", "40 to 52 of 120". */
export type Said =
  | { kind: 'exactly' | 'atMost' | 'atLeast'; value: number; n: number }
  | { kind: 'between'; lowest: number; highest: number; n: number }

/**
 * Returns how a count in bounds is said. Always people out of people, never a share: a share invites decimals, and
 * decimals give back what the bounds took away.
 * @source rule set K7c2.v1, R8
 */
export function sayBounds([lowest, highest]: Bounds, n: number): Said {
  if (lowest === highest) return { kind: 'exactly', value: lowest, n }
  if (lowest === 0) return { kind: 'atMost', value: highest, n }
  if (highest === n) return { kind: 'atLeast', value: lowest, n }
  return { kind: 'between', lowest, highest, n }
}

/** Returns how many are neither for nor against, as far as the two published counts leave room for them. */
export function middleOf({ n, favourable, unfavourable }: PublishedFigure): Bounds {
  return [Math.max(0, n - favourable[1] - unfavourable[1]), n - favourable[0] - unfavourable[0]]
}

/** Decides whether a figure holds a count that is told in bounds only. */
export const isInBounds = ({ favourable, unfavourable }: PublishedFigure) =>
  favourable[0] < favourable[1] || unfavourable[0] < unfavourable[1]

/** Returns how far a round may be trusted, by who took part; with too few ballots to be counted nothing is said of it. */
export function turnoutOf({ counted, roster }: { counted?: number; roster: number }): Certainty | undefined {
  return counted === undefined || roster === 0 ? undefined : participationBand(counted, roster)
}
