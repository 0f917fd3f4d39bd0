import type { SeatRule } from './draw'
import { stillAsked, type Traits } from './rules'

/** How many people rules ask for, all together. */
const sumOf = (rules: readonly SeatRule[]) => rules.reduce((sum, { atLeast }) => sum + atLeast, 0)

/** Returns what rules still ask for when these sit, as far as there are free seats to keep for it. */
export const keptFor = (rules: readonly SeatRule[], sitting: readonly Traits[], free: number) => {
  const asked = stillAsked(rules, sitting)
  return { rules: asked, seats: Math.min(free, sumOf(asked)) }
}

/**
 * Returns how many of those who wait may be seated. Whoever a rule asks for always may, while there are seats; the others
 * only as long as enough seats stay free for what the rules still ask.
 */
export function seatable(waiting: readonly Traits[], asked: readonly SeatRule[], free: number): number {
  const seated: Traits[] = []
  const left = [...waiting]
  while (left.length > 0 && seated.length < free) {
    const wants = stillAsked(asked, seated)
    const wantedBy = (one: Traits) => wants.filter(({ trait, value }) => one[trait] === value).length
    const next = left.reduce((best, one) => (wantedBy(one) > wantedBy(best) ? one : best))
    if (wantedBy(next) === 0 && free - seated.length - 1 < sumOf(wants)) break
    seated.push(next)
    left.splice(left.indexOf(next), 1)
  }
  return seated.length
}
