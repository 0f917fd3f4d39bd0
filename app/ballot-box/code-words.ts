import { type Bytes, concat, sha256 } from './bytes'

// Bits as words that can be said and typed: two bytes are one word of five letters, as proquints are.
// @source D. S. Wilkerson, "A Proposal for Proquints", 2009

const consonants = 'bdfghjklmnprstvz'
const vowels = 'aiou'

/** Bytes that all chance of one token comes from. @source anonymity.md §1: 128 bits cannot be tried out */
export const seedBytes = 16

/** Bytes of the last word, which tells a word that was mistyped. */
const checkBytes = 2

/** Writes a seed as nine words of five letters; the last one checks the others. */
export async function codeWords(seed: Bytes): Promise<string[]> {
  const bytes = concat(seed, await checkOf(seed))
  return Array.from({ length: bytes.length / 2 }, (_, at) => wordOf(bytes[at * 2]! * 256 + bytes[at * 2 + 1]!))
}

/** Reads a seed from words as somebody typed them; nothing when a letter is wrong or a word is missing. */
export async function readCodeWords(typed: string): Promise<Bytes | undefined> {
  const letters = typed.toLowerCase().replace(/[^a-z]/g, '')
  const words = letters.match(/.{5}/g) ?? []
  const numbers = words.map(numberOf)
  if (letters.length !== ((seedBytes + checkBytes) / 2) * 5 || numbers.includes(undefined)) return undefined
  const bytes = Uint8Array.from(numbers.flatMap(number => [number! >> 8, number! & 255]))
  const seed = bytes.slice(0, seedBytes)
  return (await checkOf(seed)).every((byte, at) => byte === bytes[seedBytes + at]) ? seed : undefined
}

const checkOf = async (seed: Bytes) => (await sha256(seed)).slice(0, checkBytes)

/** Sixteen bits, from the left: four, two, four, two, four. */
const parts = [
  [consonants, 12, 15],
  [vowels, 10, 3],
  [consonants, 6, 15],
  [vowels, 4, 3],
  [consonants, 0, 15],
] as const

const wordOf = (number: number) => parts.map(([letters, shift, mask]) => letters[(number >> shift) & mask]).join('')

function numberOf(word: string): number | undefined {
  const places = parts.map(([letters], at) => letters.indexOf(word[at]!))
  return places.includes(-1) ? undefined : parts.reduce((sum, [, shift], at) => sum | (places[at]! << shift), 0)
}
