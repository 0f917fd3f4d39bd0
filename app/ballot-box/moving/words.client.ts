import { readCodeWords } from '../code-words'
import { type Drawing, type DrawingRequest, drawToken } from '../drawing.client'

/** Where moving by code words stands: as drawing does, or the words were not typed as they stand there. */
export type WordsMove = Drawing | { state: 'wordsWrong' }

/**
 * Brings a token over from another device of the person who is signed in, by its code words: they make the very same
 * request again, and the same request gets the same signature. Nobody gets a second token that way.
 */
export async function drawWithWords(request: DrawingRequest, typed: string): Promise<WordsMove> {
  const seed = await readCodeWords(typed)
  if (!seed) return { state: 'wordsWrong' }
  const before = await drawToken(request)
  if (before.state !== 'elsewhere') return before
  await request.store.delete(request.round)
  return drawToken({ ...request, seed })
}
