import type { Day } from '~/calendar'
import { allow, type Decision, refuse } from '~/decision'
import { isKept } from './results/sight'

/** A round moves forwards only. `void` is the end of a round that could not be counted honestly. */
export const roundStates = ['draft', 'issuing', 'open', 'closed', 'published', 'void'] as const
export type RoundState = (typeof roundStates)[number]

/** Why a round could not be counted honestly; the public reads these words. */
export const voidReasons = ['boxKeyLost', 'boxLost', 'restored', 'neverOpened', 'mistake'] as const
export type VoidReason = (typeof voidReasons)[number]

/** The steps of a closing in their order. After a fall the job goes on behind the last one that was done. */
export const closingSteps = ['boxShut', 'counted', 'emptied', 'forgotten', 'keysDestroyed'] as const
export type ClosingStep = (typeof closingSteps)[number]

/** The days of a round: tokens from `issuingFrom`, answers from `opensOn` up to and including `closesOn`. */
export type RoundDays = { issuingFrom: Day; opensOn: Day; closesOn: Day }
export type RoundFacts = RoundDays & { id: string; number: number; state: RoundState; awaitsCouncilKey?: boolean }
/** Whether a registered witness still has to cosign the entry with which the round stands in the ledger. */
export type Witnessing = { awaitsWitness: boolean }
/** The last round before this one that is not void, and whether staff have been answered about it. */
export type RoundBefore = Pick<RoundFacts, 'number' | 'state'> & { hasResponse: boolean }

export type MoveRefusal =
  | 'wrongState'
  | 'anotherIsIssuing'
  | 'anotherIsOpen'
  | 'previousNotStarted'
  | 'previousNotPublished'
  | 'responseMissing'
  | 'witnessMissing'
  | 'councilKeyMissing'

/** Decides whether tokens of `round` may be issued: after the round before it has started, and one round at a time. */
export function startIssuing(round: RoundFacts, others: readonly RoundFacts[]): Decision<'issuing', MoveRefusal> {
  if (round.state !== 'draft') return refuse('wrongState')
  if (others.some(other => other.state === 'issuing')) return refuse('anotherIsIssuing')
  if (others.some(other => other.number < round.number && other.state === 'draft')) return refuse('previousNotStarted')
  return round.awaitsCouncilKey ? refuse('councilKeyMissing') : allow('issuing')
}

/**
 * Decides whether people may start to answer.
 *
 * No next question before the last answer: as long as management has not said in
 * public what it does with the round before, nobody is asked anything again.
 */
export function openRound(
  round: RoundFacts & Witnessing,
  before: RoundBefore | undefined,
): Decision<'open', MoveRefusal> {
  if (round.state !== 'issuing') return refuse('wrongState')
  if (round.awaitsWitness) return refuse('witnessMissing')
  if (!before) return allow('open')
  if (before.state === 'open') return refuse('anotherIsOpen')
  if (before.state !== 'published') return refuse('previousNotPublished')
  return before.hasResponse ? allow('open') : refuse('responseMissing')
}

/** Decides whether a round may be closed and counted. */
export function closeRound(round: Pick<RoundFacts, 'state'>): Decision<'closed', MoveRefusal> {
  return round.state === 'open' || round.state === 'closed' ? allow('closed') : refuse('wrongState')
}

/**
 * Decides whether a round may be ended without a result. Once people can no longer answer nobody
 * takes a result back; only a lost key or a lost box, also by a restore, found before the count, can still make it void.
 */
export function voidRound(
  round: Pick<RoundFacts, 'state'> & { closingStep: string | null },
  because: VoidReason,
): Decision<'void', MoveRefusal> {
  if (round.state === 'published' || round.state === 'void') return refuse('wrongState')
  const isCounted = round.closingStep !== null && round.closingStep !== 'boxShut'
  if (round.state === 'closed' && (!isLoss(because) || isCounted)) return refuse('wrongState')
  return allow('void')
}

const losses: readonly VoidReason[] = ['boxKeyLost', 'boxLost', 'restored']
const isLoss = (reason: VoidReason) => losses.includes(reason)

/** What the calendar asks of a round today; refusals may still stand in the way. */
export function dueMove(round: RoundFacts, today: Day): 'issuing' | 'open' | 'closed' | 'void' | undefined {
  if (round.state === 'draft' && today >= round.issuingFrom && today <= round.closesOn) return 'issuing'
  if (round.state === 'issuing' && today > round.closesOn) return 'void'
  if (round.state === 'issuing' && today >= round.opensOn) return 'open'
  if (round.state === 'open' && today > round.closesOn) return 'closed'
  return round.state === 'closed' ? 'closed' : undefined
}

export type ResponseRefusal = 'notPublished' | 'councilReadsFirst' | 'alreadyAnswered'

/** Decides whether management may answer a round: once, and after its result is public to management as well. */
export function publishResponse(
  round: Pick<RoundFacts, 'state'> & { embargoUntil?: Day },
  answered: boolean,
  today: Day,
): Decision<'answered', ResponseRefusal> {
  if (round.state !== 'published') return refuse('notPublished')
  if (isKept(round, today)) return refuse('councilReadsFirst')
  return answered ? refuse('alreadyAnswered') : allow('answered')
}

export type IssueRefusal = 'not_issuing' | 'awaiting_witness' | 'not_on_roster' | 'already_issued'

/** What the organisation keeps of a drawn token: which blinded value, and nothing that leads to the token itself. */
export type Issuance = { blindedSha256: string }

/**
 * Decides whether somebody gets a signature under a blinded token: one person, one value.
 * The same value again is a retry after a lost connection and gets the same signature. Nobody gets one under a
 * manifest that its witness has not seen.
 */
export function issueToken(
  round: (Pick<RoundFacts, 'state'> & Witnessing) | undefined,
  unitId: string | undefined,
  earlier: Issuance | undefined,
  blindedSha256: string,
): Decision<'first' | 'again', IssueRefusal> {
  if (!round || (round.state !== 'issuing' && round.state !== 'open')) return refuse('not_issuing')
  if (round.awaitsWitness) return refuse('awaiting_witness')
  if (!unitId) return refuse('not_on_roster')
  if (!earlier) return allow('first')
  return earlier.blindedSha256 === blindedSha256 ? allow('again') : refuse('already_issued')
}
