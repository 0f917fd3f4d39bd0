/** A source of chance that gives the same demo every time. */
export type Chance = {
  /** Returns a number from 0 up to, not including, 1. */
  next: () => number
  pick: <T>(from: readonly T[]) => T
  happens: (probability: number) => boolean
  /** Returns the same things in another order. */
  mixed: <T>(things: readonly T[]) => T[]
}

/** Makes a repeatable source of chance (mulberry32). Never used for keys, tokens or the order of anything published. */
export function seededChance(seed: number): Chance {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  return {
    next,
    pick: from => from[Math.floor(next() * from.length)]!,
    happens: probability => next() < probability,
    mixed: things =>
      things
        .map(thing => ({ thing, at: next() }))
        .sort((a, b) => a.at - b.at)
        .map(({ thing }) => thing),
  }
}
