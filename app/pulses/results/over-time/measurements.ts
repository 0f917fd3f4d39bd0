import type { Day } from '~/calendar'
import { sumOfFigures } from '../../disclosure/rules'
import { type FigureKind, figuresOf, questionsIn } from '../../figures'
import { unitsOfCell } from '../../published'
import type { UnitNode } from '../../units'
import { type FigureText, figuresShown } from '../figures-shown'
import type { PublishedRound } from '../rules'
import { type Comparison, type Coverage, compare, type Measured, type MeasuredRound } from './comparing'
import { isOfThisRound } from './older'

export type RoundMeasured = { id: string; number: number; closesOn: Day }

/** What one round says of one figure, for every group and for all of them together, and in which words it was asked. */
export interface Measurement extends RoundMeasured, MeasuredRound {
  kind: FigureKind
  text: FigureText
  groups: readonly (Measured & { cellId: string })[]
  organisation?: Measured
  wording: string
}

/** Returns the figures of a round as they are compared with those of other rounds, by the id of the figure. */
export function measurementsIn(
  { id: roundId, number, closesOn }: RoundMeasured,
  published: PublishedRound,
): Map<string, Measurement> {
  const round = { id: roundId, number, closesOn }
  const { questions, tree, cells, held } = published
  const covered = coverageIn(tree, roundId)
  const texts = new Map(figuresShown(questions).map(({ id, text }) => [id, text]))
  const measured = [
    ...cells.map(cell => ({ ...cell, figure: cell, isNew: true })),
    ...held.flatMap(cell => (cell.standing ? [{ ...cell, figure: cell.standing, isNew: false }] : [])),
  ]
  return new Map(
    figuresOf(questionsIn({ questions })).map(({ id, kind, questions: asked }) => {
      const groups = measured
        .filter(({ itemId }) => itemId === id)
        .map(({ cellId, figure, isNew }) => ({ cellId, figure, isNew, coverage: covered(cellId) }))
      const ids = asked.map(question => question.id)
      const wording = JSON.stringify(questions.filter(question => ids.includes(question.id)))
      return [id, { ...round, kind, text: texts.get(id)!, groups, organisation: allTogether(groups), wording }]
    }),
  )
}

/**
 * Everything counted together. It is a new measurement when at least half of the answers are: with fewer, most of what
 * is compared would be compared with itself.
 */
function allTogether(groups: readonly Measured[]): Measured | undefined {
  if (groups.length === 0) return undefined
  const figure = sumOfFigures(groups.map(one => one.figure))
  return {
    coverage: new Map(groups.flatMap(({ coverage }) => [...coverage])),
    figure,
    isNew: isOfThisRound(figure.n, olderIn(groups)),
  }
}

/** What became of one figure since it was last published. */
export interface ChangesOfFigure {
  organisation?: Comparison
  groups: ReadonlyMap<string, Comparison>
}

/** What became of each figure of a round, by its id. */
export type Changes = ReadonlyMap<string, ChangesOfFigure>

/** There is nothing to compare with. */
export const noChanges: Changes = new Map()

/**
 * Compares each figure of a round with the last one before it that asked the same in the same words.
 * @param past earlier measurements of each figure, the latest first
 */
export function changesOf(
  now: ReadonlyMap<string, Measurement>,
  past: (figureId: string) => readonly Measurement[],
): Changes {
  return new Map([...now].map(([id, one]) => [id, changesOfFigure(one, past(id))]))
}

function changesOfFigure(now: Measurement, all: readonly Measurement[]): ChangesOfFigure {
  const { kind } = now
  const past = sameWords(now, all)
  const told = new Map<string, Comparison>()
  const once = (one: Comparison) => {
    const key = JSON.stringify(one)
    const known = told.get(key) ?? one
    told.set(key, known)
    return known
  }
  return {
    organisation: now.organisation && once(compare(kind, now.organisation, past.map(organisationIn))),
    groups: new Map(now.groups.map(group => [group.cellId, once(compare(kind, group, past))])),
  }
}

/** Returns how many answers were given in an earlier round. */
export const olderIn = (groups: readonly Measured[]) =>
  groups.reduce((sum, { figure, isNew }) => (isNew ? sum : sum + figure.n), 0)

/** Only where the very same words were asked: a changed word is another question. */
export const sameWords = ({ wording }: Measurement, some: readonly Measurement[]) =>
  some.filter(one => one.wording === wording)

/** The same round, with everybody as the only group. */
export const organisationIn = ({ number, organisation }: Measurement): MeasuredRound => ({
  number,
  groups: organisation ? [organisation] : [],
})

/** Names the units of a cell; two units with the same name in the same place are like nobody in another round. */
function coverageIn(tree: UnitNode, roundId: string): (cellId: string) => Coverage {
  const units = new Map<string, { name: string; people: number }>()
  const names = new Set<string>()
  const visit = ({ id, roster, label, children }: UnitNode, above: string) => {
    const name = `${above} / ${label}`
    for (const child of children ?? []) visit(child, name)
    if (children) return
    units.set(id, { name: names.has(name) ? `${name} / ${roundId} ${id}` : name, people: Math.max(1, roster ?? 1) })
    names.add(name)
  }
  for (const child of tree.children ?? [tree]) visit(child, '')
  const known = new Map<string, Coverage>()
  return cellId => {
    const coverage =
      known.get(cellId) ??
      new Map(
        unitsOfCell(cellId).flatMap(unitId => {
          const unit = units.get(unitId)
          return unit ? [[unit.name, unit.people] as const] : []
        }),
      )
    known.set(cellId, coverage)
    return coverage
  }
}
