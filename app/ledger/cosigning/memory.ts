import { allow, type Decision, refuse } from '~/decision'

/** What a witness has to compare the ledger with, and what they say about having nothing. */
export type Comparing = {
  memories: number
  /** The witness says that they sign on this device for the first time. */
  saysFirst: boolean
  /** Cosignatures of this key that the ledger holds, as the server says. */
  signedBefore: number
  /** The witness has read that their key signed before. */
  wasWarned: boolean
}

/**
 * Decides whether a witness may sign with what they remember. Without a memory a rewritten past looks sound: whoever
 * has none says so, and whoever signed before is first asked for the memory of then.
 */
export function startComparing(given: Comparing): Decision<{ isCompared: boolean }, 'firstNotSaid' | 'signedBefore'> {
  const { memories, saysFirst, signedBefore, wasWarned } = given
  if (memories > 0) return allow({ isCompared: true })
  if (signedBefore > 0 && !(saysFirst && wasWarned)) return refuse('signedBefore')
  return saysFirst ? allow({ isCompared: false }) : refuse('firstNotSaid')
}
