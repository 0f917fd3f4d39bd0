/** What kinds of file may be added as evidence. */
export const fileKinds = ['pdf', 'png', 'jpg', 'csv'] as const
export type FileKind = (typeof fileKinds)[number]
