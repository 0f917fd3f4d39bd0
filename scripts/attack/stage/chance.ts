/**
 * Makes chance that is the same in every run, so that whoever repeats an attack finds the same numbers.
 * @source "mulberry32", Tommy Ettinger, public domain
 */
export function chanceFrom(seed: number) {
  let state = seed
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  return { next, below: (bound: number) => Math.floor(next() * bound) }
}

export type Chance = ReturnType<typeof chanceFrom>
