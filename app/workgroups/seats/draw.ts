import { type Bytes, concat, hex, sha256, utf8 } from '~/ballot-box/bytes'
import type { SeatTrait } from './rules'

// A draw that anybody can do again: the same list and the same seed choose the same people, on paper too.

/** Somebody in the draw: a number, and what seats are divided by. No name. */
export type Lot = { number: number } & Record<SeatTrait, string>
/** So many seats at least are for people of whom this is true. */
export type SeatRule = { trait: SeatTrait; value: string; atLeast: number }

/** Puts lots in the order of chance: by the SHA-256 of the seed and their number. */
export async function inOrderOfChance(lots: readonly Lot[], seed: Bytes): Promise<Lot[]> {
  const drawn = await Promise.all(
    lots.map(async lot => ({ lot, place: hex(await sha256(concat(seed, utf8(`|${lot.number}`)))) })),
  )
  return drawn.sort((a, b) => (a.place < b.place ? -1 : 1)).map(({ lot }) => lot)
}

/**
 * Chooses who sits. One after the other in the order of chance: first whoever fills a seat that a rule still asks for,
 * most-wanted first, then whoever comes next until all seats are taken.
 * @returns the numbers chosen, in the order of the list, and the rules that too few volunteers could fill
 */
export async function draw(lots: readonly Lot[], rules: readonly SeatRule[], seats: number, seed: Bytes) {
  const order = await inOrderOfChance(lots, seed)
  const chosen: Lot[] = []
  const lacks = ({ trait, value, atLeast }: SeatRule) => atLeast - chosen.filter(lot => lot[trait] === value).length
  const wantedBy = (lot: Lot) => rules.filter(rule => lot[rule.trait] === rule.value && lacks(rule) > 0).length
  while (chosen.length < seats && chosen.length < order.length) {
    const left = order.filter(lot => !chosen.includes(lot))
    const most = Math.max(...left.map(wantedBy))
    chosen.push(left.find(lot => wantedBy(lot) === most)!)
  }
  const unfilled = rules.filter(rule => lacks(rule) > 0)
  return { chosen: chosen.map(lot => lot.number).sort((a, b) => a - b), unfilled }
}
