// Answers for the conversation cards where there is no internet, and for nothing else. It sees the pages under
// /app/guides only: no ballot, no token, no result ever passes it. It stores nothing; the page that lays the cards on
// the shelf is offline.client.ts. On the shelf lie all cards on one page without a name, so it never tells who read what.

const shelf = 'guides'
const allCards = '/app/guides/all'
const cardPage = /^\/app\/guides(?:\/([a-z-]+))?$/

self.addEventListener('install', () => self.skipWaiting())

self.addEventListener('fetch', event => {
  const { method, mode, destination, url } = event.request
  const { origin, pathname } = new URL(url)
  if (method !== 'GET' || origin !== self.location.origin) return
  if (mode === 'navigate' && cardPage.test(pathname)) event.respondWith(online(event.request, () => kept(pathname)))
  if (destination === 'style') event.respondWith(online(event.request, () => onShelf(url)))
})

/** What the house answers; only when it cannot be reached, what was kept. */
async function online(request, otherwise) {
  try {
    return await fetch(request)
  } catch {
    return otherwise()
  }
}

/** The page with all cards, opened at the one that was asked for. */
async function kept(pathname) {
  const slug = cardPage.exec(pathname)[1]
  if (pathname === allCards || !(await (await caches.open(shelf)).match(allCards))) return onShelf(allCards)
  return Response.redirect(slug ? `${allCards}#${slug}` : allCards)
}

async function onShelf(url) {
  return (await (await caches.open(shelf)).match(url)) ?? Response.error()
}
