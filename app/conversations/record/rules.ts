/** What was done with the words of a record; whoever they are about can read who did it and when. */
export const recordDeeds = ['began', 'read', 'wrote', 'agreed', 'objected', 'shared', 'ended', 'rewrapped'] as const
export type RecordDeed = (typeof recordDeeds)[number]
