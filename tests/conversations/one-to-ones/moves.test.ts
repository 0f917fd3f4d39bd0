import { describe, expect, test } from 'vitest'
import { addDays } from '~/calendar'
import {
  canBePlanned,
  farthestDays,
  invite,
  type Move,
  type Moved,
  move,
  moves,
  movesOf,
} from '~/conversations/one-to-ones/moves'
import {
  type ConversationState,
  conversationStates,
  hasLapsed,
  type Party,
  parties,
  partyIn,
} from '~/conversations/one-to-ones/rules'

const today = '2026-03-02'

/** What each move leads to: state, who invited, who moves. What is not named here is refused. */
const allowed: Record<string, Partial<Record<Move, Moved>>> = {
  'invited by lead, employee': { plan: 'planned', decline: 'declined' },
  'invited by lead, lead': {},
  'invited by employee, employee': { cancel: 'gone' },
  'invited by employee, lead': { plan: 'planned' },
  'declined by lead, employee': { plan: 'planned', decline: 'same' },
  'declined by lead, lead': {},
  'planned by lead, employee': { plan: 'planned', hold: 'held', cancel: 'gone' },
  'planned by lead, lead': { plan: 'planned', hold: 'held', cancel: 'gone' },
  'planned by employee, employee': { plan: 'planned', hold: 'held', cancel: 'gone' },
  'planned by employee, lead': { plan: 'planned', hold: 'held', cancel: 'gone' },
  'held by lead, employee': { hold: 'same' },
  'held by lead, lead': { hold: 'same' },
  'held by employee, employee': { hold: 'same' },
  'held by employee, lead': { hold: 'same' },
}

const every = conversationStates.flatMap(state =>
  parties.flatMap(invitedBy =>
    // Nobody declines what an employee asked: such a row cannot be.
    state === 'declined' && invitedBy === 'employee'
      ? []
      : parties.flatMap(by => moves.map(made => [made, state, invitedBy, by] as const)),
  ),
)

type Case = readonly [made: Move, state: ConversationState, invitedBy: Party, by: Party]
test.each(every as Case[])('to %s what is %s by the %s, as the %s', (made, state, invitedBy, by) => {
  const decision = move({ state, invitedBy, plannedOn: state === 'planned' ? today : null }, made, by, today)
  const expected = allowed[`${state} by ${invitedBy}, ${by}`]?.[made]
  expect(decision.ok ? decision.value : undefined).toBe(expected)
})

describe('to a lead, no answer and a no are the same', () => {
  test.each(moves)('whatever they try: %s', made => {
    const tried = (state: ConversationState) => move({ state, invitedBy: 'lead', plannedOn: null }, made, 'lead', today)
    expect(tried('declined')).toEqual(tried('invited'))
    expect(tried('invited').ok).toBe(false)
  })

  test('and a press can do nothing in either', () => {
    for (const state of ['invited', 'declined'] as const)
      expect(movesOf({ state, invitedBy: 'lead', plannedOn: null }, 'lead', today)).toEqual([])
  })
})

test('a talk is held from its day on, not before', () => {
  const planned = { state: 'planned', invitedBy: 'lead', plannedOn: today } as const
  expect(move(planned, 'hold', 'lead', addDays(today, -1))).toEqual({ ok: false, because: 'notYet' })
  expect(move(planned, 'hold', 'lead', addDays(today, 5)).ok).toBe(true)
  expect(movesOf(planned, 'employee', addDays(today, -1))).toEqual(['plan', 'cancel'])
})

test('a talk is planned for today or the months to come', () => {
  expect([-1, 0, farthestDays, farthestDays + 1].map(days => canBePlanned(addDays(today, days), today))).toEqual([
    ...[false, true, true, false],
  ])
})

test('an invitation is there for fourteen days, answered with no or not; what is planned does not lapse', () => {
  for (const state of ['invited', 'declined'] as const) {
    expect(hasLapsed({ state, invitedOn: today }, addDays(today, 14))).toBe(false)
    expect(hasLapsed({ state, invitedOn: today }, addDays(today, 15))).toBe(true)
  }
  expect(hasLapsed({ state: 'planned', invitedOn: today }, addDays(today, 15))).toBe(false)
})

test('only a lead needs a key before inviting, and only the two are parties', () => {
  expect(invite('lead', false)).toEqual({ ok: false, because: 'keyMissing' })
  expect([invite('lead', true).ok, invite('employee', false).ok]).toEqual([true, true])
  const two = { employeeId: 'e', leadId: 'l' }
  expect(['e', 'l', 'x'].map(id => partyIn(two, id))).toEqual(['employee', 'lead', undefined])
})
