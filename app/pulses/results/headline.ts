import { isAboutPlan } from 'surveys/peer-poll/v1'
import { type BarrierShare, highestBarrier } from '~/statistics/highest'
import { outwardInterval } from '~/statistics/wilson'
import { isOfThisRound } from './over-time/older'
import type { ItemResult } from './rules'
import { toldOf } from './telling'

/**
 * Who stands at one end. `clear`: its interval touches no other one. `likely`: it reaches into another one, but for no
 * more than half. `shared`: the evidence does not tell these apart.
 */
export type Outstanding = { certainty: 'clear' | 'likely' | 'shared'; ids: string[] }

/**
 * What stands out in a round: the highest barrier of a check; in a pulse the questions answered most and least
 * positively. `older`: too many answers were given in an earlier round to say what stands out in this one.
 */
export type Headline =
  | { kind: 'nothing' | 'older' | 'alike' | 'noneHigh' }
  | { kind: 'barriers'; highest: Outstanding }
  | { kind: 'questions'; most?: Outstanding; least?: Outstanding }

/** Returns what stands out in a round. A check is about its barriers: what staff find of management has its own place. */
export function headlineOf(items: readonly ItemResult[]): Headline {
  const compared = comparedIn(items)
  const leftOut = leftOutIn(items)
  const shares = sharesOf(compared.filter(item => !leftOut.includes(item)))
  if (leftOut.length > 0 && shares.length < 2) return { kind: 'older' }
  if (shares.length === 0) return { kind: 'nothing' }
  return isCheck(items) ? barriersHeadline(shares) : questionsHeadline(shares)
}

/** Returns what is left out of the headline, because most of its answers were given in an earlier round. */
export function leftOutIn(items: readonly ItemResult[]): ItemResult[] {
  return comparedIn(items).filter(({ figure, olderAnswers }) => figure && !isOfThisRound(figure.n, olderAnswers))
}

const isCheck = (items: readonly ItemResult[]) => items.some(({ kind }) => kind === 'barrier')

/** Only barriers are compared with barriers, and only five-step questions with one another: recommending has eleven steps, and what became of a promise or should become of a plan is no mood. */
const comparedIn = (items: readonly ItemResult[]) =>
  items.filter(({ id, kind }) =>
    isCheck(items) ? kind === 'barrier' : !unranked.includes(kind) && !isAboutPlan({ id }),
  )

const unranked: readonly ItemResult['kind'][] = ['recommend11', 'verdict3']

type Share = BarrierShare<string>

function barriersHeadline(shares: readonly Share[]): Headline {
  const highest = outstanding(shares)
  return highest ? { kind: 'barriers', highest } : { kind: 'noneHigh' }
}

function questionsHeadline(shares: readonly Share[]): Headline {
  const most = outstanding(shares)
  const least = outstanding(shares.map(turnedRound))
  const partly = (one: Outstanding | undefined) => (one && one.ids.length < shares.length ? one : undefined)
  const areAlike = [most, least].every(one => !one || one.ids.length === shares.length)
  return areAlike ? { kind: 'alike' } : { kind: 'questions', most: partly(most), least: partly(least) }
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
