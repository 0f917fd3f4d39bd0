import type { Day } from '~/calendar'
import type { Choice, Detail, ProposalState, Subject, VoteRule } from './rules'

/** A proposal as it stands. The counts are there once the vote has closed; who chose what is gone then. */
export type Proposal = VoteRule & {
  id: string
  workgroupId: string
  subject: Subject
  /** What it is about outside the group: a step of a gate, or a veto. */
  about?: About
  detail: Detail
  title: string
  words: string
  state: ProposalState
  version: number
  proposedOn: Day
  closesAt: Date | null
  closedOn: Day | null
  /** When what was decided was done; a plan goes to management on a day of its own. */
  appliedOn: Day | null
  handedOn: Day | null
  counts?: Record<Choice, number>
  reasons: string[]
}
/** A step of a gate, or a veto, that a proposal decides about. */
export type About = { gateId: string; version: number; criterion?: number } | { vetoId: string }
