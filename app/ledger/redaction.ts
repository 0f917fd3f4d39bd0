/** How far a request to erase words is. */
export const redactionStates = ['requested', 'granted', 'refused'] as const
export type RedactionState = (typeof redactionStates)[number]
