/** The accounts of a group: what management still holds, what the group may decide on, what it decided on, what is paid. */
export const accounts = ['pool', 'free', 'committed', 'spent'] as const
export type Account = (typeof accounts)[number]

/** What a booking is. `cut` is management taking money back: possible, and public. */
export const bookingKinds = ['grant', 'cut', 'commitment', 'expense', 'release', 'correction'] as const
export type BookingKind = (typeof bookingKinds)[number]
