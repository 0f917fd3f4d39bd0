import { addDays, type Day } from '~/calendar'
import { allow, type Decision, refuse } from '~/decision'
import type { Role } from '~/people/rules'

/** Where a talk with a team stands. */
export const teamTalkStates = ['planned', 'held', 'cancelled'] as const
export type TeamTalkState = (typeof teamTalkStates)[number]

/** Who plans talks with a team and writes down what was agreed: whoever leads that team now. */
export const talkLeads = ['teamLead'] as const satisfies readonly Role[]

/** Who does what was agreed: a role, never a name. */
export const agreementOwners = ['team', 'teamLead', 'management', 'hr', 'ict'] as const
export type AgreementOwner = (typeof agreementOwners)[number]

/** How an agreement ends: it was done, or it was dropped and the team is told why. */
export const agreementOutcomes = ['done', 'dropped'] as const
export type AgreementOutcome = (typeof agreementOutcomes)[number]

/** Characters in what was agreed, and in why it was dropped. @source our own choice: one sentence that fits on a sheet for the wall */
export const [longestAction, longestBecause] = [200, 300]

/** Agreements out of one talk. @source our own choice: more than a team keeps in mind until the next talk */
export const mostAgreements = 10

/** Days back in which a talk that was held can still be written down. @source our own choice: two months, about two rounds */
export const daysBack = 60

/** Days ahead for a talk, and for what is agreed in it. @source our own choice: a year, the length of a plan */
export const daysAhead = 366

/** Minutes that a talk takes in a calendar. @source our own choice: the half hour that a team can be missed from the telephone */
export const talkMinutes = 30

type Talk = { state: TeamTalkState; version: number; heldOn: Day | null }

export type PlanRefusal = 'tooLongAgo' | 'tooFarAhead'
export type TalkRefusal = 'changedMeanwhile' | 'notPlannedAnyMore'
export type HoldRefusal = TalkRefusal | 'heldInTheFuture' | 'tooLongAgo'
export type AgreeRefusal = 'notHeldYet' | 'dueBeforeTalk' | 'tooFarAhead' | 'tooMany'
export type EndRefusal = 'alreadyEnded' | 'reasonMissing'
export type PromiseRefusal = 'alreadyEnded'

/** Decides whether a talk may stand on this day: one that was held lately and not planned here may be written down too. */
export function planTalk(plannedOn: Day, today: Day): Decision<Day, PlanRefusal> {
  if (plannedOn < addDays(today, -daysBack)) return refuse('tooLongAgo')
  return plannedOn > addDays(today, daysAhead) ? refuse('tooFarAhead') : allow(plannedOn)
}

/** Decides whether a talk may still be changed or called off. Nobody changes what somebody else changed meanwhile. */
export function changeTalk(talk: Talk, seen: number): Decision<TeamTalkState, TalkRefusal> {
  if (talk.state !== 'planned') return refuse('notPlannedAnyMore')
  return talk.version === seen ? allow(talk.state) : refuse('changedMeanwhile')
}

/** Decides whether a talk counts as held on a day. */
export function holdTalk(
  talk: Talk,
  { seen, heldOn }: { seen: number; heldOn: Day },
  today: Day,
): Decision<Day, HoldRefusal> {
  const decision = changeTalk(talk, seen)
  if (!decision.ok) return decision
  if (heldOn > today) return refuse('heldInTheFuture')
  return heldOn < addDays(today, -daysBack) ? refuse('tooLongAgo') : allow(heldOn)
}

/** Decides whether something more may be written down as agreed in a talk. */
export function agree(
  talk: Talk,
  { dueOn, before }: { dueOn: Day; before: number },
  today: Day,
): Decision<Day, AgreeRefusal> {
  if (talk.state !== 'held' || talk.heldOn === null) return refuse('notHeldYet')
  if (before >= mostAgreements) return refuse('tooMany')
  if (dueOn < talk.heldOn) return refuse('dueBeforeTalk')
  return dueOn > addDays(today, daysAhead) ? refuse('tooFarAhead') : allow(dueOn)
}

type Ending = { outcome: AgreementOutcome | null }

/** Decides whether an agreement may end so. The same end told twice is one end; who drops something says why. */
export function endAgreement(
  agreement: Ending,
  asked: { outcome: AgreementOutcome; because: string },
): Decision<'now' | 'before', EndRefusal> {
  if (agreement.outcome === asked.outcome) return allow('before')
  if (agreement.outcome !== null) return refuse('alreadyEnded')
  return asked.outcome === 'dropped' && asked.because === '' ? refuse('reasonMissing') : allow('now')
}

/** Decides whether management may be asked to make a promise of an agreement; asking twice is asking once. */
export function askPromise(
  agreement: Ending & { promiseAskedOn: Day | null },
): Decision<'now' | 'before', PromiseRefusal> {
  if (agreement.outcome !== null) return refuse('alreadyEnded')
  return allow(agreement.promiseAskedOn === null ? 'now' : 'before')
}
