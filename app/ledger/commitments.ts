import { createHash } from 'node:crypto'

/** Words that stand outside the log with the salt that ties them to it. Both go when the words are erased. */
export type Opening = { salt: string; text: string }

/**
 * Returns the hash that stands in the log for words.
 *
 * Without the salt nobody can guess the words from it, so erasing salt and words erases the words,
 * while every proof of the log stays valid.
 */
export function commitTo(salt: Uint8Array, text: string): string {
  return createHash('sha256').update('ledger-commit/v1\0').update(salt).update(text, 'utf8').digest('hex')
}
