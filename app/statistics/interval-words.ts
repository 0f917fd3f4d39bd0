import type { Interval } from './wilson'

/** The shares that people say in a word, from nobody to everybody. */
const sharesInWords = [
  ['none', 0],
  ['tenth', 1 / 10],
  ['quarter', 1 / 4],
  ['third', 1 / 3],
  ['half', 1 / 2],
  ['twoThirds', 2 / 3],
  ['threeQuarters', 3 / 4],
  ['nineTenths', 9 / 10],
  ['all', 1],
] as const

/** The key of a word; the catalogue holds the word itself in each language. */
export type ShareWord = (typeof sharesInWords)[number][0]

/**
 * Returns between which two words an interval lies: the nearest ones outside it, so that the words never claim more
 * than the figures do. From `none` there is only an upper side to tell ("at most half"), to `all` only a lower one; both
 * at once say that anything is possible.
 * @source Our own choice of shares, all of them words that people use; experience.md, "Numbers as people".
 */
export function intervalWords({ lowest, highest }: Interval): { from: ShareWord; to: ShareWord } {
  return {
    from: sharesInWords.findLast(([, share]) => share <= lowest)?.[0] ?? 'none',
    to: sharesInWords.find(([, share]) => share >= highest)?.[0] ?? 'all',
  }
}
