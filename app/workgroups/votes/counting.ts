import type { LedgerEvent } from '~/ledger/entries'
import type { Choice, Subject, VoteCount, VoteRule } from './rules'

/** Counts the votes of those who are members at the end; whoever left meanwhile is not counted. */
export function countOf(
  votes: readonly { personId: string; choice: Choice }[],
  memberIds: ReadonlySet<string>,
): VoteCount {
  const count: VoteCount = { consent: 0, aside: 0, object: 0, members: memberIds.size }
  for (const { personId, choice } of votes) if (memberIds.has(personId)) count[choice] += 1
  return count
}

type Opened = { workgroupId: string; id: string; subject: Subject; title: string; words: string } & VoteRule

/** Writes for the ledger that a vote is open, with the rule by which it will be counted. */
export function voteOpened(proposal: Opened, closes: string): LedgerEvent {
  const { workgroupId, id, subject, title, words, quorumPct, majorityPct, vetoPct } = proposal
  const rule = { quorum_pct: quorumPct, majority_pct: majorityPct, veto_pct: vetoPct }
  const data = { group: workgroupId, proposal: id, subject, closes, ...rule }
  return { type: 'vote.opened', data, words: { title, text: words } }
}

/** Writes for the ledger how a vote ended. Who chose what is in no entry. */
export function voteClosed(
  proposal: string,
  outcome: 'adopted' | 'rejected' | 'lapsed',
  count: VoteCount,
): LedgerEvent {
  const { consent, aside, object } = count
  return { type: 'vote.closed', data: { proposal, outcome, consent, aside, object } }
}
