import { addBallot, publish, startCount } from '../../app/pulses/tally'
import type { UnitNode } from '../../app/pulses/units'
import { unitIdsOf } from '../../app/pulses/units'
import { historyOf, membersIn } from './disclosure-history'
import { figure, inTurns, type Measured, median } from './figure'

const [units, questions, ballotsPerUnit] = [5000, 24, 8]
const unitsPerDepartment = 50
const times = 5
/** Rounds in the year before, whose figures are all compared with: one every two months. */
const earlierRounds = 6
/** Milliseconds in which the rules should have decided what may be shown of a very large organisation. */
const patience = 1000

/** Measures the rules of disclosure on 5,000 units and 24 questions, first and after a year, beside merely adding up the same answers. */
export async function measureDisclosure(): Promise<Measured> {
  const count = countedRound(0)
  const [later, history] = afterAYear()
  const cells = await inTurns(times, {
    floor: async () => timed(() => addUp(count)),
    ours: async () => timed(() => publish(count, items => items)),
    later: async () => timed(() => publish(later, items => items, { ...history })),
  })
  const target = { of: 'value', is: '<', bound: patience } as const
  const wish = { floor: median(cells.floor), target }
  const first = figure('disclosure.publish', median(cells.ours), 'ms', wish)
  return { figures: [first, figure('disclosure.later-round', median(cells.later), 'ms', wish)], skipped: {} }
}

/** Plays a year of rounds, in which people come and go, and returns the next one with all that was shown before. */
function afterAYear() {
  const unitIds = unitIdsOf(organisation())
  const past: Parameters<typeof historyOf>[0][number][] = []
  for (let round = 0; round < earlierRounds; round++) {
    const members = membersIn(round, unitIds, ballotsPerUnit)
    past.push({ members, cells: publish(countedRound(round), items => items, historyOf(past, members)).cells })
  }
  const history = historyOf(past, membersIn(earlierRounds, unitIds, ballotsPerUnit))
  return [countedRound(earlierRounds), history] as const
}

/** Departments of fifty units each, some of which answered too little to be shown; in each round most answer as before. */
function countedRound(round: number) {
  const asked = Array.from({ length: questions }, (_, at) => ({ id: `P${at + 1}`, kind: 'agree5' as const }))
  const count = startCount(asked, organisation())
  for (let nth = 0; nth < units * ballotsPerUnit; nth++) {
    const answers = Object.fromEntries(
      asked.map(({ id }, at) => [id, 1 + ((nth * 7 + at * 3 + (nth % 9 < round ? 1 : 0)) % 5)]),
    )
    const unit = `U${1 + ((nth * 13 + Math.floor(nth / 7)) % units)}`
    addBallot(count, { unit, answers })
  }
  return count
}

function organisation(): UnitNode {
  const node = (id: string, children?: UnitNode[]): UnitNode => ({ id, label: id, ...(children && { children }) })
  const departments = Array.from({ length: units / unitsPerDepartment }, (_, department) => {
    const inside = Array.from({ length: unitsPerDepartment }, (_, at) =>
      node(`U${department * unitsPerDepartment + at + 1}`),
    )
    return node(`D${department + 1}`, inside)
  })
  return node('org', departments)
}

/** The floor: sums per question over all units, with no rule at all. */
function addUp(count: ReturnType<typeof countedRound>) {
  return count.figures.map(({ id }) => {
    let sum = 0
    for (const unit of count.units.values()) sum += unit.classes.get(id)?.favourable ?? 0
    return sum
  })
}

function timed(work: () => unknown): number {
  const start = performance.now()
  work()
  return performance.now() - start
}
