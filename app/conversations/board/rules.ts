/** What management says it knows, does not know yet, and may not say. */
export const boardParts = ['known', 'unknown', 'unsayable'] as const
export type BoardPart = (typeof boardParts)[number]
