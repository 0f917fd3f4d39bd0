import { createHmac, randomBytes } from 'node:crypto'
import { normaliseEmail } from './rules'
import {
  isForgotten,
  type Limits,
  linkLimits,
  linkSourceLimits,
  passwordLimits,
  sourceLimits,
  type Tries,
  waitBefore,
  withOneLess,
  withOneMore,
} from './throttle'

// In memory of this process only, under a secret that dies with it: nothing here can be turned back into a person or an address.

const secret = randomBytes(32)
const longestList = 20_000
const books: Record<
  'password' | 'link' | 'passwordSource' | 'linkSource',
  { limits: Limits; tries: Map<string, Tries> }
> = {
  password: { limits: passwordLimits, tries: new Map() },
  link: { limits: linkLimits, tries: new Map() },
  passwordSource: { limits: sourceLimits, tries: new Map() },
  linkSource: { limits: linkSourceLimits, tries: new Map() },
}
type Book = keyof typeof books

/** What is being tried. */
export type Attempt = { what: 'password' | 'link'; email: string; sourceKey: string }

/**
 * Counts a try before it is judged, so that fifty at once do not slip through together.
 *
 * @returns the whole seconds to wait first; 0 when the try may go on. A try that has to wait is not counted.
 */
export function countTry({ what, email, sourceKey }: Attempt, at: Date): number {
  const places: [Book, string][] = [
    [what, accountKey(email)],
    [`${what}Source`, sourceKey],
  ]
  const waits = places.map(([book, key]) => waitBefore(books[book].tries.get(key), books[book].limits, at.getTime()))
  const wait = Math.max(...waits)
  if (wait > 0) return Math.ceil(wait / 1000)
  for (const [book, key] of places) write(book, key, at.getTime())
  return 0
}

/**
 * Forgets the tries on an account after the right password, so that one bad morning does not slow the next;
 * and takes the try back from its source: colleagues who share an address do not use up each other's tries.
 */
export function forgetTries({ email, sourceKey }: Omit<Attempt, 'what'>) {
  books.password.tries.delete(accountKey(email))
  const { tries } = books.passwordSource
  const counted = tries.get(sourceKey)
  if (counted) tries.set(sourceKey, withOneLess(counted))
}

/** Forgets everything; for tests. */
export function forgetAllTries() {
  for (const { tries } of Object.values(books)) tries.clear()
}

const accountKey = (email: string) => createHmac('sha256', secret).update(normaliseEmail(email)).digest('base64url')

function write(name: Book, key: string, atMs: number) {
  const { tries, limits } = books[name]
  const now = withOneMore(tries.get(key), limits, atMs)
  tries.delete(key)
  tries.set(key, now)
  if (tries.size > longestList) makeRoom(name, atMs)
}

/** Drops what no longer counts, and the oldest when that is not enough: memory stays bounded whatever is thrown at us. */
function makeRoom(name: Book, atMs: number) {
  const { tries, limits } = books[name]
  for (const [key, value] of tries) if (isForgotten(value, limits, atMs)) tries.delete(key)
  for (const key of tries.keys()) {
    if (tries.size <= longestList * 0.9) break
    tries.delete(key)
  }
}
