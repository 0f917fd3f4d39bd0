const shelf = 'guides'
const scope = '/app/guides'
const allCards = `${scope}/all`

const isPossible = () => 'serviceWorker' in navigator && 'caches' in window

/**
 * Lays all cards and their looks on a shelf in this browser, to be read without internet.
 * All ten, whichever was opened: so the shelf does not tell what somebody was looking for.
 *
 * @returns whether they lie there
 */
export async function keepOffline(): Promise<boolean> {
  try {
    if (!isPossible()) return false
    const looks = document.querySelector<HTMLLinkElement>('link[rel="stylesheet"]')?.href
    const answers = await Promise.all([allCards, ...(looks ? [looks] : [])].map(url => fetch(url)))
    if (answers.some(answer => !answer.ok || answer.redirected)) return false
    await caches.delete(shelf)
    const open = await caches.open(shelf)
    for (const answer of answers) await open.put(answer.url, answer)
    await navigator.serviceWorker.register(`${scope}/offline.js`, { scope })
    return true
  } catch {
    // Without internet, or in a browser that may not: whatever lies there stays.
    return isPossible() && (await caches.has(shelf).catch(() => false))
  }
}

/** Takes the cards off the shelf again: whoever comes after on this device finds none. */
export async function forgetOffline(): Promise<void> {
  if (!isPossible()) return
  await caches.delete(shelf).catch(() => false)
  await (await navigator.serviceWorker.getRegistration(scope))?.unregister()
}
