/** What can be done about a key: the works council turns its own and turns it back, a member asks the group to turn its key back. */
export const keyDeeds = ['turn', 'turnBack', 'proposeBack'] as const
export type KeyDeed = (typeof keyDeeds)[number]

/** Why a key is not turned or turned back. */
export type KeyRefusal = 'notYourMove' | 'reasonMissing' | 'notFrozen' | 'noSuchStep' | 'notAMember' | 'noSuchGroup'
