/** Where this browser remembers which guides somebody keeps. It is told to nobody, the server least of all. */
const place = 'guides.kept'

/** Returns what this browser remembers; nothing where it remembers nothing or may not. */
export function readKept(): string | null {
  try {
    return localStorage.getItem(place)
  } catch {
    return null
  }
}

/** Remembers the guides kept, and forgets the list when it is empty. A browser that may not is left in peace. */
export function writeKept(slugs: readonly string[]): void {
  try {
    if (slugs.length === 0) localStorage.removeItem(place)
    else localStorage.setItem(place, JSON.stringify(slugs))
  } catch {
    // Storage is switched off or full: the guides work without.
  }
}
