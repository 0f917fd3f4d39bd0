import { publishedFigure } from '~/pulses/disclosure/rules'
import { totalsOf } from '~/pulses/published'
import { questionsOf } from '~/pulses/questions'
import type { PublishedRound } from '~/pulses/results/rules'
import { tally } from '~/pulses/tally'
import type { UnitNode } from '~/pulses/units'
import { unitIdsOf } from '~/pulses/units'
import { unitTree } from './organisations'

/** Two departments of two and one unit. */
export const tree = unitTree('org', unitTree('north', 'U1', 'U2'), unitTree('south', 'U3'))

/** One figure as it is stored. */
export const cell = (
  itemId: string,
  unitIds: string[],
  figure: [n: number, favourable: number, unfavourable: number],
) => ({
  cellId: unitIds.join('+'),
  itemId,
  unitIds,
  ...publishedFigure(...figure),
})

/** A published round of the first rotation with these figures, and so many who took part. */
export function publishedRound(cells: PublishedRound['cells'], counted = 60, roster = 100): PublishedRound {
  return {
    questions: questionsOf({ number: 1, withPilotItem: false }),
    tree,
    cells,
    held: [],
    totals: { cells: [], roster, counted, rejected: 0 },
  }
}

type Answers = Record<string, number>

/** A published round as the real count makes it. */
export function countedRound(perUnit: Record<string, Answers[]>, roster = 20, units: UnitNode = tree): PublishedRound {
  const questions = questionsOf({ number: 1, withPilotItem: false })
  const ballots = Object.entries(perUnit).flatMap(([unit, all]) => all.map(answers => ({ unit, answers })))
  const kinds = questions.map(({ id, kind }) => ({ id, kind: kind as 'agree5' }))
  const counted = tally({ questions: kinds, tree: units, ballots }, items => items)
  const everyUnit = new Map(unitIdsOf(units).map(id => [id, roster]))
  return { questions, tree: units, cells: counted.cells, held: [], totals: totalsOf(counted, everyUnit, everyUnit) }
}

/** So many people who gave the same answers. */
export const people = (many: number, answers: Answers): Answers[] => Array.from({ length: many }, () => answers)
