import type { UnitNode } from '~/pulses/units'
import { type Chance, chanceFrom } from './chance'

/** A tree of reporting units, and how many people answered in each. */
export type Counted = { tree: UnitNode; counts: Map<string, number> }

/** People in a unit: up to this many. */
const mostPeople = 13
const mostBranches = 4
const deepest = 3

/** Invents organisations of at most three levels, the same ones in every run. */
export function organisations(many: number): Counted[] {
  const chance = chanceFrom(20_261_204)
  return Array.from({ length: many }, () => organisation(chance))
}

function organisation(chance: Chance): Counted {
  const counts = new Map<string, number>()
  const leaf = (): UnitNode => {
    const id = `U${counts.size + 1}`
    counts.set(id, chance.below(mostPeople + 1))
    return { id, label: id }
  }
  const branch = (id: string, depth: number): UnitNode => {
    const children = Array.from({ length: 1 + chance.below(mostBranches) }, (_, at) =>
      depth < deepest && chance.next() < 0.4 ? branch(`${id}.${at}`, depth + 1) : leaf(),
    )
    return { id, label: id, children }
  }
  return { tree: branch('org', 1), counts }
}
