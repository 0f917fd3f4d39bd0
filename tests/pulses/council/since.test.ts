import { expect, test } from 'vitest'
import { checkTally } from '~/pulses/council/check'
import { type HeldCell, type History, noHistory } from '~/pulses/disclosure/history'
import type { Tally } from '~/pulses/tally'

// A count that points at another earlier figure than the one that stands would show that one under a wrong name.

const tree = { id: 'root', label: 'Voorbeeld', children: [{ id: 'U1', label: 'Voorbeeld', roster: 9 }] }
const staff = Array.from({ length: 9 }, (_, at) => `P${at}`)
const figure = { n: 9, favourable: [3, 4], unfavourable: [2, 3] } as const
const history = {
  members: new Map([['U1', staff]]),
  earlier: new Map([
    [
      'P01',
      [{ roundId: 'R1', cellId: 'U4', stands: true, figure, unitIds: ['U1'], memberIds: new Set(staff) }] as never,
    ],
  ]),
} satisfies History
const known = { itemIds: ['P01'], tree, history, ballots: 3 }

function verdictOn(held: HeldCell, before: History = history) {
  const tally: Tally = { cells: [], held: [held], comments: [], ballotsPerCell: [], counted: 3, rejected: 0 }
  const found = checkTally(tally, { ...known, history: before })
  return found.ok ? 'taken' : found.because
}

test('a held figure points at the earlier one that stands, and at no other', () => {
  const held = { cellId: 'U1', itemId: 'P01', sinceRoundId: 'R1', sinceCellId: 'U4' }
  expect(verdictOn({ ...held, sinceCellId: 'U5' })).toBe('tellsOfThePast')
  expect(verdictOn({ ...held, sinceRoundId: 'R2' })).toBe('tellsOfThePast')
  expect(verdictOn({ cellId: 'U1', itemId: 'P01' })).toBe('tellsOfThePast')
  expect(verdictOn({ cellId: 'U1', itemId: 'P01', sinceRoundId: 'R1' })).toBe('tellsOfThePast')
  // Control: what the server itself would have found.
  expect(verdictOn(held)).toBe('taken')
})

test('that too few answered can be said only where an earlier figure keeps the units together', () => {
  const held = { cellId: 'U1', itemId: 'P01' }
  const since = { sinceRoundId: 'R1', sinceCellId: 'U4' }
  expect(verdictOn({ ...held, hadTooFewAnswers: true }, noHistory)).toBe('cellTooSmall')
  expect(verdictOn({ ...held, ...since, hadTooFewAnswers: false }), 'three ballots are too few').toBe(
    'figureImpossible',
  )
  // Control: three ballots for a figure of nine.
  expect(verdictOn({ ...held, ...since, hadTooFewAnswers: true })).toBe('taken')
})
