/** What seats are divided by, so that everybody's work is at the table. No ages, no characters, no opinions. @source issue 7; product.md, rule 10 */
export const seatTraits = ['site', 'shift', 'contract'] as const
export type SeatTrait = (typeof seatTraits)[number]

/** When somebody mostly works, as they say it themselves. */
export const shifts = ['day', 'evening', 'night', 'mixed'] as const
export type Shift = (typeof shifts)[number]

/** On what contract somebody works, as they say it themselves. */
export const contracts = ['permanent', 'fixedTerm', 'agency'] as const
export type Contract = (typeof contracts)[number]

/** What somebody does in the group besides being a member. */
export const offices = ['member', 'chair', 'secretary', 'treasurer'] as const
export type Office = (typeof offices)[number]
