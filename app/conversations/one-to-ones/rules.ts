/** The two who talk. */
export const parties = ['employee', 'lead'] as const
export type Party = (typeof parties)[number]

/**
 * Where a one-to-one stands. To whoever invited, `declined` looks the same as `invited`: nobody is ever told that
 * somebody said no. `withdrawn` and `expired` mean that there was a record and that it is destroyed.
 */
export const conversationStates = ['invited', 'declined', 'planned', 'held', 'withdrawn', 'expired'] as const
export type ConversationState = (typeof conversationStates)[number]
