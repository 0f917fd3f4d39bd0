import { type SoftKind, softKinds, softPhrases } from './soft-word-lists'

// Whether a text speaks of what has no place in a record. It is looked at in the browser of whoever types; what is found
// is sent nowhere and kept nowhere, and stops nobody.

/** A kind that a text speaks of, and the words of the text that say so. */
export type SoftFound = { kind: SoftKind; words: string[] }

/** One word of a phrase: as it must be, or how it must begin. */
type Looked = { word: string; isBeginning: boolean }
type Phrase = { kind: SoftKind; looked: readonly Looked[] }

const asLooked = (word: string): Looked => ({ word: word.replace('*', ''), isBeginning: word.endsWith('*') })

const phrases: readonly Phrase[] = softKinds.flatMap(kind =>
  softPhrases[kind].map(phrase => ({ kind, looked: phrase.split(' ').map(asLooked) })),
)

/** By the first letter of their first word: most words of a text are then held against a few only. */
const byLetter = new Map<string, Phrase[]>()
for (const phrase of phrases) {
  const letter = phrase.looked[0]!.word.charAt(0)
  byLetter.set(letter, [...(byLetter.get(letter) ?? []), phrase])
}

/** Returns a word without accents and capitals, as the lists have it. */
const plain = (word: string): string => word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

const fits = (word: string | undefined, looked: Looked): boolean =>
  word !== undefined && (looked.isBeginning ? word.startsWith(looked.word) : word === looked.word)

/** Finds what a text says about health, union, religion and the like, in the order of the kinds. Words are whole words. */
export function softWordsIn(text: string): SoftFound[] {
  const typed = text.normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? []
  const words = typed.map(plain)
  const found = new Map<SoftKind, Set<string>>()
  for (const [place, word] of words.entries())
    for (const { kind, looked } of byLetter.get(word.charAt(0)) ?? []) {
      if (!looked.every((one, further) => fits(words[place + further], one))) continue
      const said = typed.slice(place, place + looked.length).join(' ')
      found.set(kind, (found.get(kind) ?? new Set()).add(said))
    }
  return softKinds.flatMap(kind => (found.has(kind) ? [{ kind, words: [...found.get(kind)!] }] : []))
}
