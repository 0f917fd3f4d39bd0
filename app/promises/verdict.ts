/** What staff can find of a promise together. */
export const verdicts = ['kept', 'partly', 'broken', 'none'] as const
export type Verdict = (typeof verdicts)[number]
