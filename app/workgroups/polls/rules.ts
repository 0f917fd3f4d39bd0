import type { Day } from '~/calendar'
import { allow, type Decision, refuse } from '~/decision'
import type { PublishedFigure } from '~/pulses/disclosure/rules'
import type { ProposalState, Subject } from '../votes/rules'

/** Questions about plans in one round. @source issue 7: at most one; our own choice, a pulse stays a pulse */
export const mostPolls = 1

type Plan = { subject: Subject; state: ProposalState }

/** Decides whether there is something to ask colleagues: a plan that the group discusses, votes on or adopted. */
export const isToBeAsked = ({ subject, state }: Plan): boolean =>
  subject === 'plan' && state !== 'rejected' && state !== 'lapsed'

export type PollRefusal = 'askedAlready' | 'nothingToAsk'

/** Decides whether colleagues can be asked about a plan in the next round; about each plan they are asked once. */
export function askColleagues(plan: Plan, isAsked: boolean): Decision<null, PollRefusal> {
  if (isAsked) return refuse('askedAlready')
  return isToBeAsked(plan) ? allow(null) : refuse('nothingToAsk')
}

/** A question to colleagues about a plan, for its readers. */
export type Poll = {
  askedOn: Day
  /** The round that asks it; absent while it waits for one. */
  round: { id: string; number: number; closesOn: Day } | null
  isPublished: boolean
  /** Present once published, when enough people answered for a figure at all. */
  figure: PublishedFigure | null
}

/** Returns which step a member can take now: ask, or take back what no round has taken along yet. */
export function pollOpenTo(plan: Plan, poll: Poll | null): Decision<'ask' | 'takeBack', PollRefusal | 'takenAlong'> {
  if (poll) return poll.round ? refuse('takenAlong') : allow('takeBack')
  const decision = askColleagues(plan, false)
  return decision.ok ? allow('ask') : decision
}
