import { type AttackId, type AttackResult, attackIds, type Engine, type Tried } from '~/ledger/attacks/rules'

/** What an attack found, and on which databases, where it needs one. */
export type Found = Tried & { engines?: readonly Engine[] }

/** One attack: what it does to the product, and the same done to designs that do not protect. */
export type Attack = {
  id: AttackId
  /** The share that may succeed; nothing, unless even guessing is sometimes right. */
  tolerated?: number
  run(): Promise<Found> | Found
  controls: Record<string, () => Promise<Tried> | Tried>
}

/** Carries out one attack with all its controls, and times it. */
export async function carryOut({ id, tolerated = 0, run, controls }: Attack): Promise<AttackResult> {
  const start = performance.now()
  const { tried, broken, engines = [] } = await run()
  const controlled: Record<string, Tried> = {}
  for (const [name, control] of Object.entries(controls)) {
    const found = await control()
    controlled[name] = { tried: found.tried, broken: found.broken }
  }
  const seconds = Math.round((performance.now() - start) / 100) / 10
  return { id, tried, broken, tolerated, seconds, engines, controls: controlled }
}

/** Adds up what several attempts found. */
export function together(found: Iterable<Tried>): Tried {
  const sum = { tried: 0, broken: 0 }
  for (const { tried, broken } of found) {
    sum.tried += tried
    sum.broken += broken
  }
  return sum
}

/** Counts the attempts that worked. */
export const countBroken = (worked: readonly boolean[]): Tried => ({
  tried: worked.length,
  broken: worked.filter(Boolean).length,
})

/** Puts attacks in the order of the report. */
export const inOrder = <Some extends { id: AttackId }>(attacks: readonly Some[]): Some[] =>
  [...attacks].sort((one, other) => attackIds.indexOf(one.id) - attackIds.indexOf(other.id))
