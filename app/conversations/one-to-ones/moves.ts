import { addDays, type Day } from '~/calendar'
import { allow, type Decision, refuse } from '~/decision'
import { type ConversationState, type Party, stateSeenBy } from './rules'

/** What one of the two can do with a one-to-one: agree on a time, say no, say that it took place, or take it away. */
export const moves = ['plan', 'decline', 'hold', 'cancel'] as const
export type Move = (typeof moves)[number]

/** Days ahead that two people plan. @source our own choice: past a long leave, and a slip in the year is found out */
export const farthestDays = 92

/** Where a one-to-one stands, as far as a move depends on it. */
export type Standing = { state: ConversationState; invitedBy: Party; plannedOn: Day | null }

/** Why a move cannot be made. */
export type MoveRefusal = 'movedMeanwhile' | 'notYourMove' | 'notYet'

/** Why a deed cannot be done: the move, the moment that was named, or one of the two stands in the way. */
export type DeedRefusal =
  | MoveRefusal
  | 'noSuchConversation'
  | 'dayNotPossible'
  | 'noSuchTime'
  | 'keyMissing'
  | 'otherLeft'

/** What becomes of it; `gone` leaves no row. A `same` was made before: pressing twice does nothing. */
export type Moved = 'planned' | 'declined' | 'held' | 'gone' | 'same'

/**
 * Decides what a move leads to. It looks only at what the mover may know, so that a lead gets the same answer to
 * everything whether or not somebody said no.
 */
export function move(standing: Standing, made: Move, by: Party, today: Day): Decision<Moved, MoveRefusal> {
  return rules[made]({ ...standing, state: stateSeenBy(by, standing.state) }, by, today)
}

/** Returns the moves that one of the two has now. */
export function movesOf(standing: Standing, by: Party, today: Day): Move[] {
  return moves.filter(made => {
    const decision = move(standing, made, by, today)
    return decision.ok && decision.value !== 'same'
  })
}

type Rule = (standing: Standing, by: Party, today: Day) => Decision<Moved, MoveRefusal>

const rules: Record<Move, Rule> = {
  /** Whoever was asked names a time; after that both can name another. Who said no may still come back to it. */
  plan({ state, invitedBy }, by) {
    if (state === 'planned') return allow('planned')
    if (state !== 'invited' && state !== 'declined') return refuse('movedMeanwhile')
    return by === invitedBy ? refuse('notYourMove') : allow('planned')
  },

  /** Only an employee says no, and only to a lead: a lead who does not answer leaves no trace either. */
  decline({ state, invitedBy }, by) {
    if (by !== 'employee' || invitedBy !== 'lead') return refuse('notYourMove')
    if (state === 'declined') return allow('same')
    return state === 'invited' ? allow('declined') : refuse('movedMeanwhile')
  },

  /** Either, from the planned day on: a talk can be held earlier in the day than was planned. */
  hold({ state, plannedOn }, _, today) {
    if (state === 'held') return allow('same')
    if (state !== 'planned' || !plannedOn) return refuse('movedMeanwhile')
    return today < plannedOn ? refuse('notYet') : allow('held')
  },

  /** Either takes a planned talk away. An employee also takes back what they asked; a lead's invitation only lapses, so that nobody is invited again and again. */
  cancel({ state, invitedBy }, by) {
    if (state === 'planned') return allow('gone')
    if (state !== 'invited' && state !== 'declined') return refuse('movedMeanwhile')
    return by === 'employee' && invitedBy === 'employee' ? allow('gone') : refuse('notYourMove')
  },
}

/** Decides whether two people can plan to talk on a day: today, or in the months to come. */
export function canBePlanned(day: Day, today: Day): boolean {
  return day >= today && day <= addDays(today, farthestDays)
}

/**
 * Decides whether somebody may invite. A lead has a key first, so that what the two may write down can be sealed for
 * both.
 */
export function invite(by: Party, hasKey: boolean): Decision<'invited', 'keyMissing'> {
  return by === 'lead' && !hasKey ? refuse('keyMissing') : allow('invited')
}
