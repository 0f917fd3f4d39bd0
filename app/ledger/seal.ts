/** The hash that stands in the ledger for words, and whether the words that are shown are the ones it was made of. */
export type Seal = { seq: number; hash: string; isWhole: boolean }
