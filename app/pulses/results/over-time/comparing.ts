import { type Change, type Direction, readChange } from '~/statistics/change'
import type { PublishedFigure } from '../../disclosure/rules'
import type { FigureKind } from '../../figures'
import { toldOf } from '../telling'

/** The units that a figure is about, by their names in the tree, each with the people on its list. */
export type Coverage = ReadonlyMap<string, number>

/** A figure as a round published it. `isNew` is false where it only stands on from an earlier round. */
export interface Measured {
  coverage: Coverage
  figure: PublishedFigure
  isNew: boolean
}

/** All figures of one kind of group in one round. */
export interface MeasuredRound {
  number: number
  groups: readonly Measured[]
}

/**
 * What may be said of a figure beside the last one about the same group: `first` when there is none, `old` when this is
 * that one, `notComparable` when the group was another one.
 */
export type Comparison =
  | { kind: 'first' }
  | { kind: 'old' }
  | { kind: 'notComparable'; since: number }
  | { kind: 'none'; since: number }
  | { kind: 'clear' | 'possible'; direction: Direction; since: number }

/** Decides whether a comparison says something about change; a chance hit is possible in each of these. */
export const isCompared = ({ kind }: Comparison) => kind === 'clear' || kind === 'possible' || kind === 'none'

/** Out of ten people on a list, how many at least belong to units that both groups have. @source our own choice: a small unit may come or go */
const alikeFrom = 9

/** How many times as many people one list may hold as the other. @source our own choice: a quarter more or less is the same group */
const mostGrowth = 5 / 4

/**
 * Decides whether two figures are about the same group. Units are numbered anew in each round, so their names and their
 * places in the tree tell, and how many people are on their lists: all of it is public, so nothing is told of who came
 * or left.
 */
export function isSameGroup(one: Coverage, other: Coverage): boolean {
  const [people, otherPeople] = [peopleIn(one), peopleIn(other)]
  const shared = (these: Coverage, those: Coverage) => peopleIn([...these].filter(([name]) => those.has(name)))
  const areAlike = shared(one, other) * 10 >= people * alikeFrom && shared(other, one) * 10 >= otherPeople * alikeFrom
  return areAlike && Math.max(people, otherPeople) <= Math.min(people, otherPeople) * mostGrowth
}

/**
 * Compares a figure with the last new one that has a unit in common with it, and takes along how that one compared with
 * the one before. It never looks past a group that was composed differently.
 * @param past earlier rounds in which the very same words were asked, the latest first
 */
export function compare(kind: FigureKind, now: Measured, past: readonly MeasuredRound[]): Comparison {
  if (!now.isNew) return { kind: 'old' }
  const before = lastBefore(now, past)
  if (!before) return { kind: 'first' }
  if (!before.isSame) return { kind: 'notComparable', since: before.round.number }
  const beforeThat = lastBefore(before.group, past.slice(past.indexOf(before.round) + 1))
  const told = (one: Measured) => toldOf(kind, one.figure)
  const earlier = beforeThat?.isSame ? readChange(told(beforeThat.group), told(before.group)) : undefined
  return since(before.round.number, readChange(told(before.group), told(now), earlier))
}

type Before = { round: MeasuredRound; group: Measured; isSame: boolean }

function lastBefore({ coverage }: Measured, past: readonly MeasuredRound[]): Before | undefined {
  for (const round of past) {
    const group = largestShared(coverage, groupsByUnit(round))
    if (group) return { round, group, isSame: isSameGroup(coverage, group.coverage) }
  }
  return undefined
}

/** Of the groups that a group has units in common with, only one can be the same: the one that holds most of its people. */
function largestShared(coverage: Coverage, known: ReadonlyMap<string, Measured>): Measured | undefined {
  const shared = new Map<Measured, number>()
  for (const [unit, people] of coverage) {
    const group = known.get(unit)
    if (group) shared.set(group, (shared.get(group) ?? 0) + people)
  }
  return [...shared].sort(([, some], [, others]) => others - some)[0]?.[0]
}

const indexed = new WeakMap<MeasuredRound, ReadonlyMap<string, Measured>>()

/** Every group of a round looks for its like in the same earlier ones, so those are set in order once. */
function groupsByUnit(round: MeasuredRound): ReadonlyMap<string, Measured> {
  const known =
    indexed.get(round) ??
    new Map(
      round.groups.flatMap(group =>
        group.isNew ? [...group.coverage.keys()].map(unit => [unit, group] as const) : [],
      ),
    )
  indexed.set(round, known)
  return known
}

const since = (number: number, change: Change): Comparison => ({ ...change, since: number })
const peopleIn = (coverage: Iterable<readonly [string, number]>) =>
  [...coverage].reduce((sum, [, people]) => sum + people, 0)
