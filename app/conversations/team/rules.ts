/** Where a talk with a team stands. */
export const teamTalkStates = ['planned', 'held', 'cancelled'] as const
export type TeamTalkState = (typeof teamTalkStates)[number]

/** Who does what was agreed: a role, never a name. */
export const agreementOwners = ['team', 'teamLead', 'management', 'hr', 'ict'] as const
export type AgreementOwner = (typeof agreementOwners)[number]

/** How an agreement ends: it was done, or it was dropped and the team is told why. */
export const agreementOutcomes = ['done', 'dropped'] as const
export type AgreementOutcome = (typeof agreementOutcomes)[number]
