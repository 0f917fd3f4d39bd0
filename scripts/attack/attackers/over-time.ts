import { type PublishedFigure, publishedFigure, smallestCell } from '~/pulses/disclosure/rules'
import { type FigureInTime, standingAfter } from '~/pulses/disclosure/standing'
import { type Refreshing, refresh } from '~/pulses/disclosure/time-rule'

/** People who are in the same unit as each other in every round; absent where it says nothing, `silentIn` where they did not answer. */
export type Atom = { size: number; unitPerRound: readonly (string | undefined)[]; silentIn?: readonly number[] }
/** What the attacker knows: who was where, which units were counted together, and that nobody changed their mind. */
export type Story = { atoms: readonly Atom[]; cellsPerRound: readonly (readonly string[][])[] }
type Figures = readonly FigureInTime[]
export type Rule = (now: Figures, earlier: Figures, past: readonly Figures[]) => Refreshing<FigureInTime>
export type Outcome = { observations: number; leaks: number; shown: number; counted: number }

/** Favourable, middle, unfavourable: how the people of an atom answered. */
type Answers = readonly [number, number, number]

/** Tries every way in which everybody can have answered, and counts the views that tell what all of an atom answered. */
export function attackOverTime({ atoms, cellsPerRound }: Story, rule: Rule = refresh): Outcome {
  const seen = new Map<string, Answers[][]>()
  const total = { observations: 0, leaks: 0, shown: 0, counted: 0 }
  const told = rounds(atoms, cellsPerRound)
  for (const world of worldsOf(atoms)) {
    const view = viewOf(world, told, rule, total)
    const same = seen.get(view)
    if (same) same.push(world)
    else seen.set(view, [world])
  }
  total.observations = seen.size
  for (const worlds of seen.values()) if (atoms.some((atom, at) => isKnown(atom, at, worlds))) total.leaks += 1
  return total
}

/** Returns whether all worlds that fit agree on what everybody in an atom answered. */
function isKnown({ size }: Atom, at: number, worlds: readonly Answers[][]): boolean {
  return size > 0 && [0, 1, 2].some(which => worlds.every(world => world[at]![which] === size))
}

type Cell = { unitIds: string[]; memberIds: Set<string>; atoms: number[]; answered: number }

function rounds(atoms: readonly Atom[], cellsPerRound: Story['cellsPerRound']): Cell[][] {
  return cellsPerRound.map((cells, round) =>
    cells.map(unitIds => {
      const inside = atoms.flatMap((atom, at) => (unitIds.includes(atom.unitPerRound[round] ?? '') ? [at] : []))
      const memberIds = new Set(
        inside.flatMap(at => Array.from({ length: atoms[at]!.size }, (_, person) => `${at}.${person}`)),
      )
      const speaking = inside.filter(at => !atoms[at]!.silentIn?.includes(round))
      const answered = speaking.reduce((people, at) => people + atoms[at]!.size, 0)
      return { unitIds, memberIds, atoms: speaking, answered }
    }),
  )
}

function viewOf(world: readonly Answers[], told: readonly Cell[][], rule: Rule, total: Outcome): string {
  let earlier: FigureInTime[] = []
  const past: FigureInTime[][] = []
  const views = told.map(cells => {
    const now = cells.flatMap(cell => figureOf(cell, world))
    const { shown } = rule(now, earlier, past)
    total.shown += shown.length
    total.counted += now.length
    earlier = standingAfter(earlier, shown)
    past.push(shown)
    return shown.map(({ unitIds, figure }) => [unitIds, figure])
  })
  return JSON.stringify(views)
}

function figureOf(cell: Cell, world: readonly Answers[]): FigureInTime[] {
  const sum = (which: 0 | 1 | 2) => cell.atoms.reduce((all, at) => all + world[at]![which], 0)
  const n = cell.answered
  if (n < smallestCell) return []
  const figure: PublishedFigure = publishedFigure(n, sum(0), sum(2))
  return [{ unitIds: cell.unitIds, memberIds: cell.memberIds, figure }]
}

function worldsOf(atoms: readonly Atom[]): Answers[][] {
  return atoms.reduce<Answers[][]>(
    (worlds, { size }) => worlds.flatMap(world => waysToAnswer(size).map(answers => [...world, answers])),
    [[]],
  )
}

function waysToAnswer(size: number): Answers[] {
  const ways: Answers[] = []
  for (let yes = 0; yes <= size; yes++) for (let no = 0; yes + no <= size; no++) ways.push([yes, size - yes - no, no])
  return ways
}

/** The naive rule: everything is shown in every round. */
export const alwaysShow: Rule = now => ({ shown: [...now], held: [] })

/** Another naive rule: a figure is compared only with the last one about exactly the same units. */
export const sameUnitsOnly: Rule = (now, earlier) => {
  const parts = now.map(one =>
    refresh(
      [one],
      earlier.filter(old => old.unitIds.join() === one.unitIds.join()).map(old => old),
    ),
  )
  return { shown: parts.flatMap(({ shown }) => shown), held: parts.flatMap(({ held }) => held) }
}

/** Each new figure by itself: right against one, blind to what two new figures tell together. */
export const oneByOne: Rule = (now, earlier) => {
  const parts = now.map(one => refresh([one], earlier))
  return { shown: parts.flatMap(({ shown }) => shown), held: parts.flatMap(({ held }) => held) }
}

/** Compares with what still stands only, and forgets what it replaced. */
export const standingOnly: Rule = (now, earlier) => refresh(now, earlier)
