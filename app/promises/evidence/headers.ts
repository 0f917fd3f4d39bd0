import { type KeptFile, mediaTypes } from './kinds'

/** A file never changes, but it can be erased: the reader's own browser keeps it for a day at most, in seconds. */
const forOneDay = 'private, max-age=86400, immutable'

type Served = Pick<KeptFile, 'hash' | 'kind'> & { name: string | null }

/**
 * Returns what a browser is told with a file: what it is, that it may do nothing, and to save it unless it is a picture.
 * Whatever hides inside, it runs nowhere. What only who is signed in may see is not left behind on a shared computer.
 *
 * @source RFC 6266 for the two spellings of the name
 */
export function headersOf({ hash, kind, name }: Served, isOpen: boolean) {
  const isPicture = kind === 'png' || kind === 'jpg'
  const plainName = `evidence-${hash.slice(0, 12)}.${kind}`
  const saved = `filename="${plainName}"; filename*=UTF-8''${encoded(name ?? plainName)}`
  return {
    'Content-Type': mediaTypes[kind],
    'Content-Disposition': `${isPicture ? 'inline' : 'attachment'}; ${saved}`,
    'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cache-Control': isOpen ? forOneDay : 'no-store',
    ETag: `"${hash}"`,
  }
}

/** @source RFC 8187, 3.2.1 */
const encoded = (name: string) =>
  encodeURIComponent(name).replace(/['()*!]/g, character => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
