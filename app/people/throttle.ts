/** How often somebody tried, and when last (milliseconds since 1970). */
export type Tries = { count: number; lastAtMs: number }

/** When trying becomes slow: so many tries free, then waits that double, up to a longest one; forgotten after a rest. */
export type Limits = { free: number; firstWaitMs: number; longestWaitMs: number; forgottenAfterMs: number }

const second = 1000
const minute = 60 * second
const hour = 60 * minute

/**
 * Sign-in by password, for one account: about 110 guesses a day at the most, and nobody waits longer than a quarter of an hour.
 *
 * @source NIST SP 800-63B-4, 3.2.2: no more than 100 failed tries in a row, with waits that grow
 * @source OWASP Authentication Cheat Sheet, "Account Lockout": exponential, so that nobody is locked out for good
 */
export const passwordLimits: Limits = {
  free: 5,
  firstWaitMs: 2 * second,
  longestWaitMs: 15 * minute,
  forgottenAfterMs: 24 * hour,
}

/**
 * Wrong passwords from one source: wide and with short waits, because a whole contact centre may share one address.
 *
 * @source OWASP Credential Stuffing Prevention Cheat Sheet: limit per source as a second line, not as the first
 */
export const sourceLimits: Limits = {
  free: 300,
  firstWaitMs: 1 * second,
  longestWaitMs: 1 * minute,
  forgottenAfterMs: 1 * hour,
}

/**
 * Asking for a one-time link: enough for a slow mailbox, too few to fill one.
 *
 * @source OWASP Forgot Password Cheat Sheet: limit requests per account
 */
export const linkLimits: Limits = {
  free: 3,
  firstWaitMs: 1 * minute,
  longestWaitMs: 1 * hour,
  forgottenAfterMs: 24 * hour,
}

/**
 * Asking for links from one source: everybody at the start of a shift may, a program that mails all staff may not.
 *
 * @source OWASP Forgot Password Cheat Sheet: protect against automated submissions
 */
export const linkSourceLimits: Limits = {
  free: 1000,
  firstWaitMs: 1 * second,
  longestWaitMs: 1 * minute,
  forgottenAfterMs: 1 * hour,
}

/** Returns how long to wait before the next try, in milliseconds; 0 when it may happen now. */
export function waitBefore(tries: Tries | undefined, limits: Limits, atMs: number): number {
  if (!tries || isForgotten(tries, limits, atMs)) return 0
  const over = tries.count - limits.free
  if (over < 0) return 0
  const wait = Math.min(limits.firstWaitMs * 2 ** over, limits.longestWaitMs)
  return Math.max(0, tries.lastAtMs + wait - atMs)
}

/** Returns the tries including one more at `atMs`. */
export function withOneMore(tries: Tries | undefined, limits: Limits, atMs: number): Tries {
  const earlier = tries && !isForgotten(tries, limits, atMs) ? tries.count : 0
  return { count: earlier + 1, lastAtMs: atMs }
}

/** Decides whether tries lie so far back that they no longer count. */
export function isForgotten(tries: Tries, limits: Limits, atMs: number): boolean {
  return atMs - tries.lastAtMs >= limits.forgottenAfterMs
}

/** Returns the tries without the last one, which turned out to be right. */
export function withOneLess(tries: Tries): Tries {
  return { ...tries, count: Math.max(0, tries.count - 1) }
}
