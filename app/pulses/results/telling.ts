import type { Published } from '~/statistics/newcombe'
import type { Interval } from '~/statistics/wilson'
import type { PublishedFigure } from '../disclosure/rules'
import type { FigureKind } from '../figures'

/** Returns by which of its two counts a figure is told: how many answered positively, or for how many the barrier is high. */
export const toldBy = (kind: FigureKind) => (kind === 'barrier' ? 'unfavourable' : 'favourable')

/** Returns whether a figure tells of one of the five barriers, and not of a question by itself. */
export const isOfBarrier = ({ kind }: { kind: FigureKind }) => kind === 'barrier'

/** Returns the count by which a figure is told, with how many answered. */
export const toldOf = (kind: FigureKind, figure: PublishedFigure): Published => ({
  bounds: figure[toldBy(kind)],
  n: figure.n,
})

/** Returns an interval in whole percents, rounded outward: the words on a page never claim more than the figures do. */
export function percentsOf({ lowest, highest }: Interval): { lowest: number; highest: number } {
  return { lowest: Math.floor(lowest * 100), highest: Math.ceil(highest * 100) }
}

/** What a share says about half of the people: more, less, or that it may be either. */
export type AboutHalf = 'most' | 'few' | 'open'

/** Returns on which side of one half an interval lies; when it reaches to the other side, nothing is claimed. */
export function aboutHalf({ lowest, highest }: Interval): AboutHalf {
  if (lowest > 1 / 2) return 'most'
  return highest < 1 / 2 ? 'few' : 'open'
}
