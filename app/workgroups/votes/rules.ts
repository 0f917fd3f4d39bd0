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

/** Where a proposal stands. After the last three nothing of it changes any more. */
export const proposalStates = ['discussion', 'voting', 'adopted', 'rejected', 'lapsed'] as const
export type ProposalState = (typeof proposalStates)[number]

/** What a member can say to a proposal; an objection needs its reason. */
export const choices = ['consent', 'aside', 'object'] as const
export type Choice = (typeof choices)[number]
