/** On whose behalf a comment is answered. */
export const replySides = ['management', 'worksCouncil'] as const
export type ReplySide = (typeof replySides)[number]
