import type { StoredKey } from './sealed'

// The opened key of whoever reads. It stands in the memory of this page alone: in no store of the browser and in no
// cookie, so that it is gone when the page is loaded anew, as it is on signing out.

type Held = { personId: string; publicKey: string; opener: CryptoKey }

let held: Held | undefined
const listeners = new Set<() => void>()

/** Returns the opened key of this person, when it was opened since the page was loaded. */
export function heldKey(personId: string, stored: Pick<StoredKey, 'publicKey'> | null): CryptoKey | undefined {
  return held?.personId === personId && held.publicKey === stored?.publicKey ? held.opener : undefined
}

/** Keeps an opened key in memory, in place of any other; without one it forgets. */
export function holdKey(opened?: Held) {
  held = opened
  for (const listener of listeners) listener()
}

/** Calls `listener` whenever another key is held. @returns the way to stop it */
export function whenHeld(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Why this browser cannot open a key: the page came over a line that is not encrypted, or the browser is too old. */
export type Unable = 'insecure' | 'oldBrowser'

/** Returns why this browser cannot open a key; nothing when it can. */
export function whyUnable(): Unable | undefined {
  if (globalThis.crypto?.subtle) return undefined
  return globalThis.isSecureContext ? 'oldBrowser' : 'insecure'
}
