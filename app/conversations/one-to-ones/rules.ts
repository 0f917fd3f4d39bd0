import { addDays, type Day } from '~/calendar'

/** The two who talk. */
export const parties = ['employee', 'lead'] as const
export type Party = (typeof parties)[number]

/**
 * Where a one-to-one stands. To whoever invited, `declined` looks the same as `invited`: nobody is ever told that
 * somebody said no. `withdrawn` and `expired` mean that there was a record and that it is destroyed.
 */
export const conversationStates = ['invited', 'declined', 'planned', 'held', 'withdrawn', 'expired'] as const
export type ConversationState = (typeof conversationStates)[number]

/** Days in which an invitation can be answered. Then nothing is left of it. @source conversations.md, table of states */
export const daysToAnswer = 14

/** Days after the planned one in which it can be said that a talk was held. @source our own choice: a month, so past a holiday */
export const daysToHold = 30

/** Days after the talk in which the employee can still want a record of it. @source our own choice: as long as a draft is kept, see retention/rules.ts */
export const daysUnrecorded = 60

/** Who the two are. */
type Two = { employeeId: string; leadId: string }

/** Returns which of the two somebody is, if either. Nobody else comes near a one-to-one. */
export function partyIn({ employeeId, leadId }: Two, personId: string): Party | undefined {
  if (personId === employeeId) return 'employee'
  return personId === leadId ? 'lead' : undefined
}

/** Returns the state as one of the two may know it: a lead never learns that somebody said no. */
export function stateSeenBy(party: Party, state: ConversationState): ConversationState {
  return party === 'lead' && state === 'declined' ? 'invited' : state
}

/** Returns the last day on which an invitation can be answered. */
export const answerableUntil = (invitedOn: Day): Day => addDays(invitedOn, daysToAnswer)

/** Decides whether an invitation came to nothing: it is nowhere to be seen from then on. */
export function hasLapsed({ state, invitedOn }: { state: ConversationState; invitedOn: Day }, today: Day): boolean {
  return (state === 'invited' || state === 'declined') && today > answerableUntil(invitedOn)
}

/** Returns the last day on which a talk without a record is kept. */
export const goneAfter = (heldOn: Day): Day => addDays(heldOn, daysUnrecorded)
