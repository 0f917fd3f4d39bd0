import type { Moment } from './shown'

/** What votes ask of a member: the first to close that they have not voted on, and how many others wait. */
export type VoteAsk = { kind: 'voteOpen'; proposal: { id: string; title: string; closes: Moment }; others: number }
