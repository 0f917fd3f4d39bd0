import type { Day } from '~/calendar'
import { allow, type Decision, refuse } from '~/decision'
import { fewestMembers } from '../rules'

/** What a group decides about. */
export const subjects = [
  'plan',
  'expense',
  'criteria',
  'verdict',
  'key',
  'veto',
  'persuaded',
  'escalate',
  'other',
] as const
export type Subject = (typeof subjects)[number]

/**
 * Decides whether the words of such a proposal are written from what it will do. Nobody rewrites them by hand: the group
 * would vote on one thing and the house would do another.
 */
export const isWordedFromDetail = (subject: Subject): boolean => subject === 'verdict' || subject === 'criteria'

/** How a group finds one criterion of a step, and why. */
export type Judgement = { criterion: number; isGood: boolean; note: string }

/**
 * What belongs to a proposal of one subject: an amount of money, what would change the group's mind, the first day that
 * is measured, what is found of each criterion.
 */
export type Detail = { cents?: number; persuade?: string; measuringFrom?: Day; judgements?: Judgement[] }

/** Where a proposal stands. After the last three nothing of it changes any more. */
export const proposalStates = ['discussion', 'voting', 'adopted', 'rejected', 'lapsed'] as const
export type ProposalState = (typeof proposalStates)[number]

/** What a member can say to a proposal; an objection needs its reason. */
export const choices = ['consent', 'aside', 'object'] as const
export type Choice = (typeof choices)[number]

/** How a vote is counted, in percent. It is fixed and printed before the vote opens. */
export type VoteRule = { quorumPct: number; majorityPct: number; vetoPct: number }

/**
 * The rule a group starts with: two thirds take part, more than half of those who choose consent; a third is enough to
 * stop something. Thirds are rounded down, so that eight of twelve are two thirds.
 * @source law.md, section 1.7, no. 6
 */
export const usualRule: VoteRule = { quorumPct: 66, majorityPct: 50, vetoPct: 33 }

/**
 * The rules a group can choose from when it opens a vote. A veto can be made easier than a third and never harder: who
 * opens a vote must not be able to silence those who would stop something.
 * @source our own choice, around law.md, section 1.7, no. 6
 */
export const ruleChoices = {
  quorumPct: [50, 66, 75, 100],
  majorityPct: [50, 66, 75],
  vetoPct: [20, 25, 33],
} as const satisfies Record<keyof VoteRule, readonly number[]>

/** Decides whether a rule is one that a group can choose. */
export const isVoteRule = (rule: VoteRule): boolean =>
  (Object.keys(ruleChoices) as (keyof VoteRule)[]).every(part =>
    (ruleChoices[part] as readonly number[]).includes(rule[part]),
  )

/** How the votes fell, among how many members. */
export type VoteCount = Record<Choice, number> & { members: number }

/** Decides how a vote ends. A veto needs no quorum, no majority and no other members: the share that wants it is enough. */
export function outcomeOf(subject: Subject, count: VoteCount, rule: VoteRule): 'adopted' | 'rejected' | 'lapsed' {
  const { consent, aside, object, members } = count
  if (subject === 'veto') return isShare(consent, members, rule.vetoPct) ? 'adopted' : 'rejected'
  if (members < fewestMembers || !isShare(consent + aside + object, members, rule.quorumPct)) return 'lapsed'
  return consent * 100 > (consent + object) * rule.majorityPct ? 'adopted' : 'rejected'
}

/** Returns how many of `all` are the share that is asked. */
export const enoughOf = (all: number, pct: number): number => Math.ceil((all * pct) / 100)

const isShare = (some: number, all: number, pct: number) => all > 0 && some * 100 >= all * pct

/** A vote as somebody wants to cast it. */
export type VoteCast = { choice: Choice; reason: string }
export type CastingRefusal = 'notVoting' | 'voteEnded' | 'notAMember' | 'reasonMissing'

/** Decides whether somebody may vote now, or vote otherwise than before: until the last moment, and only as a member. */
export function castVote(
  proposal: { state: ProposalState; closesAt: Date | null },
  cast: VoteCast,
  by: { isMember: boolean },
  at: Date,
): Decision<VoteCast, CastingRefusal> {
  if (proposal.state !== 'voting' || !proposal.closesAt) return refuse('notVoting')
  if (at >= proposal.closesAt) return refuse('voteEnded')
  if (!by.isMember) return refuse('notAMember')
  if (cast.choice === 'object' && cast.reason.trim() === '') return refuse('reasonMissing')
  return allow(cast)
}

export type OpeningRefusal =
  | ('notInDiscussion' | 'notAMember' | 'tooFewMembers')
  | ('tooShort' | 'tooLong' | 'ruleOutOfBounds')

/** Hours a vote is open at least, so that every shift can take part. @source our own choice: two nights */
export const shortestVoteHours = 48

/** Days a vote is open at most. @source our own choice: what is asked longer is forgotten */
export const longestVoteDays = 28

/** Decides whether a vote may open: in a group that is one, by a rule within bounds, long enough for every shift. */
export function openVote(
  proposal: { state: ProposalState; subject: Subject } & VoteRule,
  closesAt: Date,
  by: { isMember: boolean; members: number },
  at: Date,
): Decision<{ closesAt: Date }, OpeningRefusal> {
  if (!by.isMember) return refuse('notAMember')
  if (proposal.state !== 'discussion') return refuse('notInDiscussion')
  if (proposal.subject !== 'veto' && by.members < fewestMembers) return refuse('tooFewMembers')
  const hours = (closesAt.getTime() - at.getTime()) / 3_600_000
  if (hours < shortestVoteHours) return refuse('tooShort')
  if (hours > longestVoteDays * 24) return refuse('tooLong')
  if (!isVoteRule(proposal)) return refuse('ruleOutOfBounds')
  return allow({ closesAt })
}

/** Hours before the end in which those who did not vote are asked once more. @source issue 7: reminders */
const lastHours = 24

/** Returns whether a vote is in its last day. */
export const isLastDay = (closesAt: Date, at: Date): boolean =>
  at < closesAt && closesAt.getTime() - at.getTime() <= lastHours * 3_600_000

type Running = { subject: Subject; closesAt: Date | null } & VoteRule

/**
 * Returns whether a vote is over: its time has come, or everybody of a group that is large enough has voted; one that
 * is not may still fill its seats. A veto stands as soon as the share that is enough wants it: what the others say cannot
 * lift it, and an AI that does harm does not wait for two nights.
 */
export function isOver(proposal: Running, count: VoteCount, at: Date): boolean {
  if (proposal.closesAt === null) return false
  const voted = count.consent + count.aside + count.object
  const stops = proposal.subject === 'veto' && outcomeOf('veto', count, proposal) === 'adopted'
  return at >= proposal.closesAt || voted >= Math.max(count.members, fewestMembers) || stops
}
