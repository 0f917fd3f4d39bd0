import { addBallot, publish, startCount } from '../../app/pulses/tally'
import type { UnitNode } from '../../app/pulses/units'
import { figure, inTurns, type Measured, median } from './figure'

const [units, questions, ballotsPerUnit] = [5000, 24, 8]
const unitsPerDepartment = 50
const times = 5
/** Milliseconds in which the rules should have decided what may be shown of a very large organisation. */
const patience = 1000

/** Measures the rules of disclosure on 5,000 units and 24 questions, beside merely adding up the same answers. */
export async function measureDisclosure(): Promise<Measured> {
  const count = countedRound()
  const cells = await inTurns(times, {
    floor: async () => timed(() => addUp(count)),
    ours: async () => timed(() => publish(count, items => items)),
  })
  const target = { of: 'value', is: '<', bound: patience } as const
  const made = figure('disclosure.publish', median(cells.ours), 'ms', { floor: median(cells.floor), target })
  return { figures: [made], skipped: {} }
}

/** Departments of fifty units each, some of which answered too little to be shown. */
function countedRound() {
  const asked = Array.from({ length: questions }, (_, at) => ({ id: `P${at + 1}`, kind: 'agree5' as const }))
  const count = startCount(asked, organisation())
  for (let nth = 0; nth < units * ballotsPerUnit; nth++) {
    const answers = Object.fromEntries(asked.map(({ id }, at) => [id, 1 + ((nth * 7 + at * 3) % 5)]))
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
