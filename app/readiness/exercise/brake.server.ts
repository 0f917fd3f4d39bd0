import { isForgotten, type Limits, type Tries, waitBefore, withOneMore } from '~/people/throttle'

// In memory of this process only, like the exercises themselves; a source is a keyed hash that dies with the process.

/**
 * Wrong codes from one source: a room full of people who mistype may, a program that guesses may not.
 * @source our own choice: two for each of fifteen people; after them at most one a minute, against 86 million codes
 */
const limits: Limits = { free: 30, firstWaitMs: 1000, longestWaitMs: 60_000, forgottenAfterMs: 3_600_000 }
/** Sources remembered at most. @source our own choice: a few megabytes of memory */
const longestList = 10_000
const wrong = new Map<string, Tries>()

/** Returns the whole seconds to wait before the next code is looked up; 0 when it may be now. */
export function waitForCode(sourceKey: string, at: Date): number {
  return Math.ceil(waitBefore(wrong.get(sourceKey), limits, at.getTime()) / 1000)
}

/** Counts a code that leads nowhere. */
export function countWrongCode(sourceKey: string, at: Date) {
  const tries = withOneMore(wrong.get(sourceKey), limits, at.getTime())
  wrong.delete(sourceKey)
  wrong.set(sourceKey, tries)
  for (const [key, value] of wrong)
    if (isForgotten(value, limits, at.getTime()) || wrong.size > longestList) wrong.delete(key)
    else break
}

/** Forgets everything; for tests. */
export function forgetWrongCodes() {
  wrong.clear()
}
