import { type BarrierShare, highestBarrier } from '~/statistics/highest'
import { outwardInterval } from '~/statistics/wilson'
import type { ItemResult } from './rules'
import { toldOf } from './telling'

/**
 * Who stands at one end. `clear`: its interval touches no other one. `likely`: it reaches into another one, but for no
 * more than half. `shared`: the evidence does not tell these apart.
 */
export type Outstanding = { certainty: 'clear' | 'likely' | 'shared'; ids: string[] }

/** What stands out in a round: the highest barrier of a check; in a pulse the questions answered most and least positively. */
export type Headline =
  | { kind: 'nothing' | 'alike' | 'noneHigh' }
  | { kind: 'barriers'; highest: Outstanding }
  | { kind: 'questions'; most?: Outstanding; least?: Outstanding }

/** Returns what stands out in a round. A check is about its barriers: what staff find of management has its own place. */
export function headlineOf(items: readonly ItemResult[]): Headline {
  const barriers = sharesOf(items.filter(({ kind }) => kind === 'barrier'))
  if (items.some(({ kind }) => kind === 'barrier')) return barriersHeadline(barriers)
  const positive = sharesOf(items.filter(({ kind }) => !unranked.includes(kind)))
  if (positive.length === 0) return { kind: 'nothing' }
  const most = outstanding(positive)
  const least = outstanding(positive.map(turnedRound))
  const areAlike = [most, least].every(one => !one || one.ids.length === positive.length)
  return areAlike ? { kind: 'alike' } : { kind: 'questions', most: partly(most), least: partly(least) }

  function partly(one: Outstanding | undefined) {
    return one && one.ids.length < positive.length ? one : undefined
  }
}

type Share = BarrierShare<string>

/** Only five-step questions are ranked: recommending has eleven steps, and what became of a promise is no mood. */
const unranked: readonly ItemResult['kind'][] = ['recommend11', 'verdict3']

function barriersHeadline(shares: readonly Share[]): Headline {
  if (shares.length === 0) return { kind: 'nothing' }
  const highest = outstanding(shares)
  if (!highest) return { kind: 'noneHigh' }
  return { kind: 'barriers', highest }
}

const sharesOf = (items: readonly ItemResult[]): Share[] =>
  items.flatMap(({ id, kind, figure }) => {
    if (!figure) return []
    const { bounds, n } = toldOf(kind, figure)
    return [{ barrier: id, high: bounds, n }]
  })

/** Everybody who did not answer positively, so that the highest of these is the least positive one. */
const turnedRound = ({ barrier, high: [lowest, highest], n }: Share): Share => ({
  barrier,
  high: [n - highest, n - lowest],
  n,
})

function outstanding(shares: readonly Share[]): Outstanding | undefined {
  const found = highestBarrier(shares)
  if (found.kind === 'none') return undefined
  if (found.kind === 'shared') return { certainty: 'shared', ids: found.barriers }
  const top = shares.find(({ barrier }) => barrier === found.barrier)!
  const others = shares.filter(one => one !== top)
  const isClear = others.every(one => intervalOf(one).highest < intervalOf(top).lowest)
  return { certainty: isClear ? 'clear' : 'likely', ids: [found.barrier] }
}

const intervalOf = ({ high, n }: Share) => outwardInterval(high, n)
