import type { Day } from '~/calendar'

/** The entry that holds the hash of words, with its own day, and whether the words that are shown are the ones it was made of. */
export type Seal = { seq: number; day?: Day; hash: string; isWhole: boolean }
