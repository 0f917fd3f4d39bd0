import type { Found, Remembered } from './checking.client'

/** Under which name this device keeps what it saw. */
const place = 'inspraak.ledger'

/** What this device saw, and on which day. */
export type Seen = Remembered & { seenOn: string }

/** Returns what this device saw last; nothing when it kept nothing, or may not. */
export function lastSeen(): Seen | undefined {
  try {
    const seen = JSON.parse(localStorage.getItem(place) ?? 'null')
    const isWhole = typeof seen?.name === 'string' && isSizeAndRoot(seen) && /^\d{4}-\d\d-\d\d$/.test(seen.seenOn)
    return isWhole ? seen : undefined
  } catch {
    return undefined
  }
}

/** Keeps what was found sound. @returns what was kept; nothing when this device keeps nothing */
export function keepSeen({ name, size, root }: Found, seenOn: string): Seen | undefined {
  try {
    localStorage.setItem(place, JSON.stringify({ name, size, root, seenOn }))
    return lastSeen()
  } catch {
    return undefined
  }
}

/** Forgets what this device saw. */
export function forgetSeen() {
  try {
    localStorage.removeItem(place)
  } catch {
    // A device that keeps nothing has nothing to forget.
  }
}

/** Reads what somebody typed from paper; spaces do not count. @returns nothing when it cannot be a checkpoint */
export function readOld(size: string, root: string): { size: number; root: string } | undefined {
  const old = { size: /^\s*\d{1,9}\s*$/.test(size) ? Number(size) : 0, root: root.replace(/\s/g, '') }
  return isSizeAndRoot(old) ? old : undefined
}

const isSizeAndRoot = ({ size, root }: { size: unknown; root: unknown }) =>
  Number.isSafeInteger(size) && Number(size) > 0 && typeof root === 'string' && /^[A-Za-z0-9+/]{43}=$/.test(root)
