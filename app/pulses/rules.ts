/** A round moves forwards only. `void` is the end of a round that could not be counted honestly. */
export const roundStates = ['draft', 'issuing', 'open', 'closed', 'published', 'void'] as const
export type RoundState = (typeof roundStates)[number]
