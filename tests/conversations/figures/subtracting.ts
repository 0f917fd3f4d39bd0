import fc from 'fast-check'
import type { MonthCounted, Tally } from '~/conversations/figures/rules'
import { type Topic, topics } from '~/conversations/record/words'
import type { UnitNode } from '~/pulses/units'
import { asUnitTree, nested } from '../../pulses/organisations'

/** People by team and month: all that anybody could want to know apart. */
export type People = ReadonlyMap<string, number>
/** Which teams a published figure is about. */
export type About = ReadonlySet<string>

const few = fc.nat({ max: 6 })
const team = fc.record({
  tally: fc.record({ noTalk: few, noRecord: few, recorded: fc.nat({ max: 14 }) }),
  topics: fc.array(fc.subarray([...topics]), { maxLength: 14 }),
  sharesLead: fc.boolean(),
  hasHead: fc.boolean(),
})

/** Makes random organisations in which a random number of talks ended in random ways. */
export const months: fc.Arbitrary<MonthCounted> = nested(fc.array(team, { minLength: 1, maxLength: 3 })).map(shape => {
  const { tree, leaves } = asUnitTree(shape)
  const all = [...leaves].flatMap(([unit, those]) =>
    those.map((one, place) => ({ unit, id: `${unit}.${place}`, ...one })),
  )
  return {
    tree,
    unitOf: new Map(all.map(({ id, unit }) => [id, unit])),
    knownWith: new Map(
      all.map(({ id, sharesLead, hasHead, unit }) => [id, [sharesLead ? unit : id, ...(hasHead ? ['head'] : [])]]),
    ),
    tallies: new Map(all.map(({ id, tally }) => [id, tally])),
    // Nobody counts a topic of a talk without a record.
    slips: new Map<string, Topic[][]>(all.map(({ id, tally, topics: some }) => [id, some.slice(0, tally.recorded)])),
  }
})

/** Everybody who counts in a tally. */
export const headCount = ({ noTalk, noRecord, recorded }: Tally) => noTalk + noRecord + recorded

/** Returns which teams a cell is about. */
export const teamsOf = (cellId: string, { unitOf }: MonthCounted): About =>
  new Set([...unitOf].filter(([, unit]) => cellId.split('+').includes(unit)).map(([id]) => id))

/** Returns every node of a tree as the teams in it. */
export function nodesOf(node: UnitNode, month: MonthCounted): About[] {
  const unitIds = (one: UnitNode): string[] => one.children?.flatMap(unitIds) ?? [one.id]
  return [teamsOf(unitIds(node).join('+'), month), ...(node.children ?? []).flatMap(child => nodesOf(child, month))]
}

/**
 * Subtracts figures from one another as long as anything new comes of it, and returns what then is about one to six
 * people: of that, somebody learns more than was told.
 * @param known the teams of which the reader knows every talk
 */
export function leaks(told: readonly About[], people: People, known: About = new Set()): string[] {
  const found = new Map<string, About>()
  const queue = told.map(one => minus(one, known))
  for (let next = queue.pop(); next; next = queue.pop()) {
    const name = [...next].sort().join()
    if (next.size === 0 || found.has(name)) continue
    for (const other of found.values()) {
      if (isWithin(next, other)) queue.push(minus(other, next))
      if (isWithin(other, next)) queue.push(minus(next, other))
    }
    found.set(name, next)
  }
  const size = (one: About) => [...one].reduce((sum, id) => sum + (people.get(id) ?? 0), 0)
  return [...found].filter(([, one]) => size(one) > 0 && size(one) < 7).map(([name]) => name)
}

const minus = (one: About, other: About): About => new Set([...one].filter(id => !other.has(id)))
const isWithin = (one: About, other: About) => [...one].every(id => other.has(id))
