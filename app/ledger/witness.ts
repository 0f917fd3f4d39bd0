/** Whose witness somebody is. */
export const witnessKinds = ['worksCouncil', 'union', 'other'] as const
export type WitnessKind = (typeof witnessKinds)[number]

/** How far a key is on its way: an administrator registers it, the works council confirms that it is the right one. */
export const witnessStates = ['proposed', 'registered', 'confirmed', 'refused'] as const
export type WitnessState = (typeof witnessStates)[number]
