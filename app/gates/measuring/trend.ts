import type { Measurement } from '../criteria'

/** Where things stand in the picture, in units of the picture. */
export type Trend = {
  points: { x: number; y: number; milli: number }[]
  thresholdY: number
  width: number
  height: number
}

const [width, height] = [320, 96]
/** Room around the points for their size and the figures at the side. */
const [marginX, marginY] = [16, 12]

/**
 * Places measurements in a small picture, in the order of their days, with the threshold. The scale holds all of them and
 * the threshold, so that nothing lies outside; it need not begin at nought, and the table beside it says the figures.
 */
export function trendOf(thresholdMilli: number, all: readonly Measurement[]): Trend {
  const inTime = all.toSorted((one, other) => (one.fromOn < other.fromOn ? -1 : 1))
  const values = [thresholdMilli, ...inTime.map(({ valueMilli }) => valueMilli)]
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const span = high - low || 1
  const y = (milli: number) => Math.round(height - marginY - ((milli - low) / span) * (height - 2 * marginY))
  const gap = (width - 2 * marginX) / Math.max(1, inTime.length - 1)
  const points = inTime.map(({ valueMilli }, place) => ({
    x: Math.round(marginX + place * gap),
    y: y(valueMilli),
    milli: valueMilli,
  }))
  return { points, thresholdY: y(thresholdMilli), width, height }
}
