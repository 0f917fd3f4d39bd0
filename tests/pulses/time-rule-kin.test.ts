import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CountedCell, type EarlierFigure, overTime } from '~/pulses/disclosure/history'
import { kinAmong, sharedBy } from '~/pulses/disclosure/overlaps'
import { publishedFigure } from '~/pulses/disclosure/rules'
import { refresh } from '~/pulses/disclosure/time-rule'

// Which earlier figures a cell overlaps is looked up once for all questions. It has to be what comparing it with each
// of them finds, or a figure is let through that tells who left.

const unitIds = ['1', '2', '3', '4']
const people = Array.from({ length: 40 }, (_, at) => `p${at}`)

/** In each of four rounds everybody is in some unit or in none, and there are two questions. */
const years = fc
  .array(fc.array(fc.constantFrom(...unitIds, undefined), { minLength: 40, maxLength: 40 }), {
    minLength: 2,
    maxLength: 4,
  })
  .chain(rounds => {
    const moving = fc.array(fc.boolean(), { minLength: 40, maxLength: 40 })
    const pairs = fc.array(fc.tuple(moving, fc.boolean(), fc.nat(30)), { minLength: 4, maxLength: 4 })
    return pairs.map(told => told.slice(0, rounds.length).map((one, at) => roundOf(rounds, at, one)))
  })

type Round = { members: Map<string, string[]>; cells: string[][]; yes: number }

/** Most stay where they were in the first round; in some rounds units are numbered otherwise, or two are counted together. */
function roundOf(rounds: (string | undefined)[][], at: number, [moves, isMerged, yes]: [boolean[], boolean, number]) {
  const unitOf = (person: number) => (moves[person] && person % 4 === 0 ? rounds[at]![person] : rounds[0]![person])
  const members = new Map(
    unitIds.map((id, nth) => {
      const team = unitIds[(nth + (yes % 3 === 0 ? 1 : 0)) % unitIds.length]
      return [id, people.filter((_, person) => unitOf(person) === team)]
    }),
  )
  return { members, cells: isMerged ? [['1', '2'], ['3'], ['4']] : unitIds.map(id => [id]), yes }
}

const membersOf = ({ members }: Round, ids: readonly string[]) => new Set(ids.flatMap(id => members.get(id)!))

/** The figures of a round on one question; of both questions each cell has the same people, in one set. */
function shownIn(round: Round, at: number): EarlierFigure[][] {
  const cells = round.cells.map(ids => ({ unitIds: ids, memberIds: membersOf(round, ids) }))
  return [0, 3].map(more =>
    cells
      .filter(({ memberIds }) => memberIds.size >= 7)
      .map(cell => {
        const yes = Math.min(cell.memberIds.size, (round.yes + more) % 15)
        const figure = publishedFigure(cell.memberIds.size, yes, 0)
        return { roundId: `R${at}`, cellId: cell.unitIds.join('+'), stands: at % 2 === 0, ...cell, figure }
      }),
  )
}

function playedYear(year: readonly Round[]) {
  const [now, ...before] = [...year].reverse()
  const told = before.reverse().map(shownIn)
  const earlier = new Map([0, 1].map(question => [`P${question}`, told.flatMap(round => round[question]!)]))
  return { now: now!, told, history: { members: now!.members, earlier } }
}

test('what a cell overlaps is found by looking up each unit and person, and it is the same', () => {
  let [near, far] = [0, 0]
  fc.assert(
    fc.property(years, year => {
      const { now, history } = playedYear(year)
      const findKin = kinAmong(history.earlier.values())
      const earlier = [...history.earlier.values()].flat()
      for (const ids of now.cells) {
        const cell = { unitIds: ids, memberIds: membersOf(now, ids) }
        const found = earlier.filter(old => {
          return old.unitIds.some(id => ids.includes(id)) || sharedBy(cell.memberIds, old.memberIds) >= 2
        })
        const counted = found.map(old => [old.memberIds, sharedBy(cell.memberIds, old.memberIds)] as const)
        expect(new Set(findKin(cell).keys())).toEqual(new Set(found.map(({ memberIds }) => memberIds)))
        for (const [group, shared] of counted) expect(findKin(cell).get(group)).toBe(shared)
        near += found.length
        far += earlier.length - found.length
      }
    }),
    { numRuns: 300, seed: 11 },
  )
  expect(Math.min(near, far), 'control: some overlap and some do not').toBeGreaterThan(300)
})

test('a question is decided alike beside other questions and by itself', () => {
  let [shown, held] = [0, 0]
  fc.assert(
    fc.property(years, year => {
      const { now, told, history } = playedYear(year)
      for (const question of [0, 1]) {
        const figures = shownIn(now, 0)[question]!
        const counted: CountedCell[] = figures.map(({ cellId, figure }) => {
          return { cellId, itemId: `P${question}`, unitIds: cellId.split('+'), figure }
        })
        const past = told.map(round => round[question]!)
        const alone = refresh(
          figures,
          past.flat().filter(({ stands }) => stands),
          past,
        )
        const together = overTime(counted, `P${question}`, history)
        expect(together.shown.map(({ cellId }) => cellId)).toEqual(alone.shown.map(({ cellId }) => cellId))
        shown += alone.shown.length
        held += alone.held.length
      }
    }),
    { numRuns: 300, seed: 12 },
  )
  expect(Math.min(shown, held), 'control: some are shown and some are held back').toBeGreaterThan(100)
})
