import { smallestCell } from './rules'
import type { FigureInTime } from './standing'

/** People that two groups share before they are compared although no unit is in both: people move. */
const sharedBeforeCompared = 2

/** One empty list for all who look. */
const nobody: readonly FigureInTime[] = []

type Group = ReadonlySet<string>
type Cell = Pick<FigureInTime, 'unitIds' | 'memberIds'>

/** The earlier groups that a cell of now overlaps, each with how many people are in both. */
export type Kin = ReadonlyMap<Group, number>

/** Finds the kin of a figure of now. */
export type FindKin<Now = Cell> = (now: Now) => Kin

/**
 * Returns who finds the earlier groups that a cell of now overlaps, without comparing it with each of them. Which ones
 * they are follows from units and people and from no answer, so it is found once for all questions about the cell.
 */
export function kinAmong(earlier: Iterable<readonly Cell[]>): FindKin {
  const withUnit = new Map<string, Group[]>()
  const withPerson = new Map<string, Group[]>()
  const unitsOf = new Map<Group, readonly string[]>()
  for (const cells of earlier) {
    for (const { unitIds, memberIds } of cells) {
      const before = unitsOf.get(memberIds)
      if (before && unitIds.every(id => before.includes(id))) continue
      unitsOf.set(memberIds, unitIds)
      for (const id of unitIds) add(withUnit, id, memberIds)
      if (!before) for (const id of memberIds) add(withPerson, id, memberIds)
    }
  }
  const known = new Map<Cell, Kin>()
  return now => {
    const found = known.get(now) ?? kinOf(now, withUnit, withPerson)
    known.set(now, found)
    return found
  }
}

type Index = ReadonlyMap<string, readonly Group[]>

function kinOf({ unitIds, memberIds }: Cell, withUnit: Index, withPerson: Index): Kin {
  const shared = new Map<Group, number>()
  for (const id of memberIds) {
    for (const group of withPerson.get(id) ?? []) shared.set(group, (shared.get(group) ?? 0) + 1)
  }
  const kin = new Map([...shared].filter(([, people]) => people >= sharedBeforeCompared))
  for (const id of unitIds) for (const group of withUnit.get(id) ?? []) kin.set(group, shared.get(group) ?? 0)
  return kin
}

/** Returns who finds the figures among these that a figure of now overlaps. */
export function overlapsIn<Now>(
  earlier: readonly FigureInTime[],
  findKin: FindKin<Now>,
): (now: Now) => readonly FigureInTime[] {
  const withGroup = new Map<Group, FigureInTime[]>()
  for (const figure of earlier) add(withGroup, figure.memberIds, figure)
  return now => {
    let found = nobody
    for (const group of findKin(now).keys()) {
      const figures = withGroup.get(group)
      if (figures) found = found.length ? [...found, ...figures] : figures
    }
    return found
  }
}

function add<Key, One>(to: Map<Key, One[]>, key: Key, one: One) {
  const known = to.get(key)
  if (known) known.push(one)
  else to.set(key, [one])
}

/** Returns the figures of now that take over a part of an earlier one each, so that none takes over all of it. */
export function partsAmong<Figure extends FigureInTime>(
  now: readonly Figure[],
  overlapping: (now: Figure) => readonly FigureInTime[],
): ReadonlySet<Figure> {
  const first = new Map<FigureInTime, Figure>()
  const parts = new Set<Figure>()
  for (const figure of now) {
    for (const old of overlapping(figure).filter(one => takesFrom(figure, one))) {
      const other = first.get(old)
      if (other) parts.add(other).add(figure)
      else first.set(old, figure)
    }
  }
  return parts
}

/** Tells whether a figure takes over a part of an earlier one; a team may have a new name: enough people in common are as good as a unit. */
function takesFrom(later: FigureInTime, earlier: FigureInTime): boolean {
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
