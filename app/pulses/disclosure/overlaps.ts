import { smallestCell } from './rules'
import type { FigureInTime } from './standing'

/** People that two groups share before they are compared although no unit is in both: people move. */
const sharedBeforeCompared = 2

/** Returns who finds the figures that overlap another one, without comparing it with each of them. */
export function overlapsIn<Figure extends FigureInTime>(
  figures: readonly Figure[],
): (figure: FigureInTime) => Figure[] {
  const withUnit = new Map<string, Figure[]>()
  const withMember = new Map<string, Figure[]>()
  for (const figure of figures) {
    for (const id of figure.unitIds) add(withUnit, id, figure)
    for (const id of figure.memberIds) add(withMember, id, figure)
  }
  return ({ unitIds, memberIds }) => {
    const shared = new Map<Figure, number>()
    for (const id of unitIds) for (const one of withUnit.get(id) ?? []) shared.set(one, sharedBeforeCompared)
    for (const id of memberIds) for (const one of withMember.get(id) ?? []) shared.set(one, (shared.get(one) ?? 0) + 1)
    return [...shared].flatMap(([one, people]) => (people >= sharedBeforeCompared ? [one] : []))
  }
}

function add<Figure>(to: Map<string, Figure[]>, id: string, figure: Figure) {
  const known = to.get(id)
  if (known) known.push(figure)
  else to.set(id, [figure])
}

/** Tells whether a figure takes over a part of an earlier one; a team may have a new name: enough people in common are as good as a unit. */
export function takesFrom(later: FigureInTime, earlier: FigureInTime): boolean {
  const hasUnit = later.unitIds.some(id => earlier.unitIds.includes(id))
  return hasUnit || sharedBy(later.memberIds, earlier.memberIds) >= smallestCell
}

/** Counts the people who are in both groups. */
export function sharedBy(some: ReadonlySet<string>, others: ReadonlySet<string>): number {
  const [small, large] = some.size < others.size ? [some, others] : [others, some]
  let shared = 0
  for (const id of small) if (large.has(id)) shared += 1
  return shared
}
