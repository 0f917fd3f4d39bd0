import {
  answerCell,
  type CellRule,
  mayBeShown,
  type PublishedFigure,
  partition,
  publishedFigure,
} from '~/pulses/disclosure/rules'
import type { UnitNode } from '~/pulses/units'
import { type Topic, topics } from '../record/words'

/** How an invitation or a talk ended: no talk came of it, a talk without a record, or a record that both agreed to. */
export const endings = ['noTalk', 'noRecord', 'recorded'] as const
export type Ending = (typeof endings)[number]

/** Days after a talk. Without an agreed record by then, it counts as one without a record. @source our own choice */
export const daysToAgree = 30

/** A figure about one-to-ones: how they ended (recorded, and no talk), or how many were about a topic (and how many not). */
export type TalkFigure = PublishedFigure & { cellId: string; about: 'endings' | Topic }

/** How the talks of a team ended; everybody in it counts once. */
export type Tally = Record<Ending, number>

/** All that was counted in a month, by team, and how the teams hang together. */
export type MonthCounted = {
  tree: UnitNode
  unitOf: ReadonlyMap<string, string>
  /** All that one lead may have led the talks of, by team: such a lead knows how they ended, and what they were about. */
  knownWith: ReadonlyMap<string, readonly string[]>
  tallies: ReadonlyMap<string, Tally>
  /** What counted talks were about, without whose they were. */
  slips: ReadonlyMap<string, readonly (readonly Topic[])[]>
}

type HeadCounts = ReadonlyMap<string, number>
type Teams = Pick<MonthCounted, 'unitOf' | 'knownWith'>

/**
 * Returns everything that is ever told about a month, now and later. Each month is about talks of its own, so two months
 * laid side by side tell nothing more than each by itself.
 * @param shuffle brings the chance in by which it is decided which talks a topic is counted over
 */
export function tellMonth(counted: MonthCounted, shuffle: <T>(items: T[]) => T[]): TalkFigure[] {
  const people = new Map([...counted.tallies].map(([team, tally]) => [team, headCount(tally)]))
  const told = cellsOf(counted.tree, people, counted).map(unitIds => {
    const within = [...counted.tallies].filter(([team]) => unitIds.includes(counted.unitOf.get(team) ?? ''))
    const total = (ending: Ending) => within.reduce((sum, [, tally]) => sum + tally[ending], 0)
    const n = endings.reduce((sum, ending) => sum + total(ending), 0)
    const figure = publishedFigure(n, total('recorded'), total('noTalk'))
    return { cellId: unitIds.join('+'), about: 'endings' as const, ...figure }
  })
  return [...told, ...topicFigures(told, counted, shuffle)]
}

const headCount = (tally: Tally) => endings.reduce((sum, ending) => sum + tally[ending], 0)

/**
 * Divides the units into cells that hold enough people without the talks of the teams of any one lead as well, or
 * nothing but those. What cannot stand so is not told at all. It is not counted who led which talk: where several leads
 * share the talks of a team, one of them may know most, and the page says so.
 */
function cellsOf(tree: UnitNode, people: HeadCounts, { unitOf, knownWith }: Teams): string[][] {
  const perUnit = added([...people].map(([team, many]) => [unitOf.get(team) ?? team, many] as const))
  const mayStand = (unitIds: readonly string[]) => {
    const here = new Map([...people].filter(([team]) => unitIds.includes(unitOf.get(team) ?? '')))
    const all = sum(here.values())
    const known = [...here].flatMap(([team, many]) =>
      (knownWith.get(team) ?? [team]).map(lead => [lead, many] as const),
    )
    return [...added(known).values()].every(own => own === all || mayBeShown(all - own))
  }
  const rule: CellRule = { ...answerCell, mayStand }
  return partition(tree, perUnit, rule)
}

/**
 * Returns how many talks were about each topic. They are counted over no more talks of a cell than certainly have a
 * record by what is told already: so how many there are tells nothing new about who has one.
 */
function topicFigures(
  told: readonly TalkFigure[],
  counted: MonthCounted,
  shuffle: <T>(items: T[]) => T[],
): TalkFigure[] {
  const slips = told.flatMap(({ cellId, favourable: [certain] }) =>
    shuffle(slipsIn(cellId, counted))
      .slice(0, certain)
      .map(slip => ({ ...slip, cellId })),
  )
  const tree = { id: 'told', label: 'told', children: told.map(({ cellId }) => ({ id: cellId, label: cellId })) }
  const people = new Map<string, number>()
  for (const { team } of slips) people.set(team, (people.get(team) ?? 0) + 1)
  const cellOfTeam = new Map(slips.map(({ team, cellId }) => [team, cellId]))
  return cellsOf(tree, people, { unitOf: cellOfTeam, knownWith: counted.knownWith }).flatMap(cellIds => {
    const here = slips.filter(({ cellId }) => cellIds.includes(cellId))
    return topics.map(about => {
      const named = here.filter(slip => slip.topics.includes(about)).length
      return { cellId: cellIds.join('+'), about, ...publishedFigure(here.length, named, here.length - named) }
    })
  })
}

function slipsIn(cellId: string, { slips, unitOf }: MonthCounted) {
  const unitIds = cellId.split('+')
  return [...slips].flatMap(([team, those]) =>
    unitIds.includes(unitOf.get(team) ?? '') ? those.map(about => ({ team, topics: about })) : [],
  )
}

function added(counts: readonly (readonly [group: string, many: number])[]): Map<string, number> {
  const sums = new Map<string, number>()
  for (const [group, many] of counts) sums.set(group, (sums.get(group) ?? 0) + many)
  return sums
}

const sum = (numbers: Iterable<number>) => [...numbers].reduce((total, one) => total + one, 0)
