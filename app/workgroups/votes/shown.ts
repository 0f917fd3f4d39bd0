import type { Day } from '~/calendar'
import type { About, Proposal } from './proposal'
import type { VoteCast, VoteRule } from './rules'

/** What a proposal is about elsewhere, by its name. */
export type AboutShown =
  | { kind: 'step'; gateId: string; gate: string; targetPct: number; criterion?: string }
  | { kind: 'veto'; vetoId: string; criterion?: string }

/** A moment on the clock of the house. */
export type Moment = { day: Day; time: string }

/** A proposal for its readers. */
export type ProposalShown = Omit<Proposal, 'closesAt' | 'about'> & { closes: Moment | null }

/** What somebody said about a proposal. */
export type Saying = { id: string; name: string; words: string; said: Moment }

/** One page about a proposal, as one reader sees it. Who voted is in it for nobody; only how many. */
export type ProposalPageShown = {
  proposal: ProposalShown
  /** What it is about outside the group, still to be named. */
  about?: About
  group: { id: string; name: string }
  isMember: boolean
  /** Members now, or of the day on which the vote closed. */
  members: number
  /** How many have voted so far. */
  voted: number
  /** What this reader chose in a vote that is open. */
  own: VoteCast | null
  sayings: Saying[]
}

/** A line in the list of a group. */
export type ProposalLine = Pick<
  ProposalShown,
  'id' | 'subject' | 'title' | 'state' | 'proposedOn' | 'closes' | 'closedOn'
> & { isWaitingForYou: boolean }

/** What is chosen for a vote before it opens. */
export type OpeningSaid = VoteRule & { closesOn: Day; seen: number }
