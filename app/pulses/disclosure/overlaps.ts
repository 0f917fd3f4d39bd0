import { smallestCell } from './rules'
import type { FigureInTime } from './standing'

/** People that two groups share before they are compared although no unit is in both: people move. */
const sharedBeforeCompared = 2

/** One empty list for all who look. */
const nobody: readonly FigureInTime[] = []

type Group = ReadonlySet<string>

/** Counts how many people of a group of now stood in each earlier group. */
export type Kin = (now: Group) => ReadonlyMap<Group, number>

/** Returns who counts kin among earlier groups. All questions of a round are about the same groups, so each is counted once. */
export function kinAmong(groups: Iterable<Group>): Kin {
  const groupsOf = new Map<string, Group[]>()
  for (const group of new Set(groups)) for (const id of group) add(groupsOf, id, group)
  const known = new Map<Group, ReadonlyMap<Group, number>>()
  return now => {
    const found = known.get(now) ?? kinOf(now, groupsOf)
    known.set(now, found)
    return found
  }
}

function kinOf(now: Group, groupsOf: ReadonlyMap<string, readonly Group[]>): ReadonlyMap<Group, number> {
  const shared = new Map<Group, number>()
  for (const id of now) for (const group of groupsOf.get(id) ?? []) shared.set(group, (shared.get(group) ?? 0) + 1)
  return shared
}

/** Returns who finds the earlier figures that a figure of now overlaps, without comparing it with each of them. */
export function overlapsIn(earlier: readonly FigureInTime[], kin: Kin): (now: FigureInTime) => FigureInTime[] {
  const withUnit = byUnit(earlier)
  const withGroup = new Map<Group, FigureInTime[]>()
  for (const figure of earlier) add(withGroup, figure.memberIds, figure)
  return ({ unitIds, memberIds }) => {
    const found = new Set<FigureInTime>()
    for (const id of unitIds) for (const one of withUnit.get(id) ?? nobody) found.add(one)
    for (const [group, people] of kin(memberIds)) {
      if (people >= sharedBeforeCompared) for (const one of withGroup.get(group) ?? nobody) found.add(one)
    }
    return [...found]
  }
}

/** Returns who finds the figures of now that overlap an earlier one. */
export function overlappedBy<Figure extends FigureInTime>(now: readonly Figure[], kin: Kin) {
  const withUnit = byUnit(now)
  const withGroup = new Map<Group, Figure[]>()
  for (const figure of now) {
    for (const [group, people] of kin(figure.memberIds)) {
      if (people >= sharedBeforeCompared) add(withGroup, group, figure)
    }
  }
  return ({ unitIds, memberIds }: FigureInTime): Figure[] => [
    ...new Set([...unitIds.flatMap(id => withUnit.get(id) ?? []), ...(withGroup.get(memberIds) ?? [])]),
  ]
}

function byUnit<Figure extends FigureInTime>(figures: readonly Figure[]): ReadonlyMap<string, Figure[]> {
  const withUnit = new Map<string, Figure[]>()
  for (const figure of figures) for (const id of figure.unitIds) add(withUnit, id, figure)
  return withUnit
}

function add<Key, One>(to: Map<Key, One[]>, key: Key, one: One) {
  const known = to.get(key)
  if (known) known.push(one)
  else to.set(key, [one])
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
