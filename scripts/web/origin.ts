type Asked = { method: string; path: string; header: (name: string) => string | undefined }

const harmless = ['GET', 'HEAD', 'OPTIONS']

/**
 * Decides whether a request that changes something comes from our own pages.
 *
 * A browser always names the origin of a form; programs without a browser name none and carry no cookie by accident.
 * The answering page sends no referrer, so its browser may call the origin `null`; it says in another way where the page came from.
 */
export function comesFromHere({ method, path, header }: Asked, ownOrigin: string): boolean {
  if (harmless.includes(method)) return true
  const origin = header('origin')
  if (origin === undefined) return header('sec-fetch-site') !== 'cross-site'
  if (origin === 'null')
    return path.startsWith('/ballot/') && (header('sec-fetch-site') ?? 'same-origin') === 'same-origin'
  return origin === ownOrigin || (/^https?:$/.test(protocolOf(origin)) && hostOf(origin) === header('host'))
}

/**
 * Tells Remix under which host the page was asked for: it compares that with the origin once more,
 * and a proxy may have changed the host. What a stranger sent under this name is dropped.
 */
export function underOwnHost(request: Request, ownOrigin: string): Request {
  const fromOwnOrigin = request.headers.get('origin') === ownOrigin
  if (!fromOwnOrigin && !request.headers.has('x-forwarded-host')) return request
  const headers = new Headers(request.headers)
  if (fromOwnOrigin) headers.set('x-forwarded-host', hostOf(ownOrigin))
  else headers.delete('x-forwarded-host')
  return new Request(request, { headers })
}

const protocolOf = (origin: string) => (URL.canParse(origin) ? new URL(origin).protocol : '')
const hostOf = (origin: string) => new URL(origin).host
