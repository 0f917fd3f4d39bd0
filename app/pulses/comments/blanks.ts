import { allow, type Decision, refuse } from '~/decision'
import { blankMark } from './rules'

/** A comment in pieces, in order. What can be blanked has the number of its word; what stands between words has none. */
export type Piece = { text: string; word?: number }

/** From the first letter or digit up to the last one before a space: an address is one word, its full stop is not in it. */
const aWord = /[\p{L}\p{N}](?:\S*[\p{L}\p{M}\p{N}])?/gu

/** Divides a comment into words and what stands between them. */
export function piecesOf(body: string): Piece[] {
  const pieces: Piece[] = []
  let [at, word] = [0, 0]
  for (const { 0: text, index } of body.matchAll(aWord)) {
    if (index > at) pieces.push({ text: body.slice(at, index) })
    pieces.push({ text, word: word++ })
    at = index + text.length
  }
  return at < body.length ? [...pieces, { text: body.slice(at) }] : pieces
}

export type BlankRefusal = 'nothingMarked' | 'notAWord'

/**
 * Takes whole words out of a comment. Nothing else can be changed: only the numbers of words are taken, never a text.
 *
 * Marked words that stand side by side become one blank, so that it does not say of how many words a name was.
 * @returns the comment as it may be read, and how many blanks came into it
 */
export function blanked(
  body: string,
  marked: readonly number[],
): Decision<{ body: string; blanks: number }, BlankRefusal> {
  const pieces = piecesOf(body)
  const words = new Set(pieces.map(({ word }) => word))
  if (marked.length === 0) return refuse('nothingMarked')
  if (marked.some(word => !words.has(word))) return refuse('notAWord')
  const isMarked = ({ word }: Piece) => word !== undefined && marked.includes(word)
  // No comment holds the character NUL: `readComment` takes it out.
  const opened = pieces.map(piece => (isMarked(piece) ? '\0' : piece.text)).join('')
  const runs = /\0(?: +\0)*/g
  return allow({ body: opened.replace(runs, blankMark), blanks: opened.match(runs)!.length })
}
