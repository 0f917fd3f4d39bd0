import { hex, sha256, utf8 } from '~/ballot-box/bytes'
import { draw, inOrderOfChance, type Lot, type SeatRule } from './draw'

// The chance of a draw has two halves: the house seals its own when it announces the list, and the other comes
// afterwards from the ledger. Whoever knows one half cannot know the other while it could still be chosen.

/** What is announced before a draw: who is in it by number, for how many seats, and how the seed will come about. */
export type DrawList = {
  v: 1
  seats: number
  rules: SeatRule[]
  lots: Lot[]
  /** The SHA-256 of the half of the house. */
  sealedHalf: string
  /** The witness whose next signature is the other half; empty where there is none: then it is the next entry. */
  witness: string
}
/** Both halves, as they are shown after the draw. */
export type Halves = { half: string; other: string }

/** Returns the SHA-256 of a text in hexadecimal, as `sha256sum` prints it. */
export const hashOf = async (text: string) => hex(await sha256(utf8(text)))

/** Makes the seed of both halves. */
export const seedOf = ({ half, other }: Halves) => hashOf(`${half}|${other}`)

/** Does a draw, for the first time or again: the same list and the same halves give the same people. */
export async function drawFrom(list: DrawList, halves: Halves) {
  const seed = await seedOf(halves)
  const { chosen, unfilled } = await draw(list.lots, list.rules, list.seats, utf8(seed))
  const order = (await inOrderOfChance(list.lots, utf8(seed))).map(({ number }) => number)
  return { seed, chosen, unfilled, order, isSealed: (await hashOf(halves.half)) === list.sealedHalf }
}

/** Whether somebody who draws again finds what was told: the half that was sealed, the seed and the same numbers. */
export async function isSameDraw(list: DrawList, halves: Halves, told: { seed: string; chosen: readonly number[] }) {
  const again = await drawFrom(list, halves)
  return again.isSealed && again.seed === told.seed && again.chosen.join() === [...told.chosen].join()
}

/** Returns the number that is next for a seat that fell free, in the order of the draw: first who a rule still asks for. */
export async function nextFrom(left: readonly Lot[], asked: readonly SeatRule[], seed: string) {
  return (await draw(left, asked, 1, utf8(seed))).chosen[0]
}
