import { readdirSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import type { MiddlewareHandler } from 'hono'

const forever = 'public, max-age=31536000, immutable'
const askAgain = 'public, max-age=3600'

/**
 * Serves the files of the build, and only the files that were there at the start: no path is ever tried out on the disk.
 * A name under `/assets/` holds a fingerprint of its contents, so those may be kept for ever.
 */
export function publicFiles(folder: string): MiddlewareHandler {
  const addresses = addressesIn(folder)
  const serve = serveStatic({ root: folder, precompressed: true })
  return async (context, next) => {
    const { path } = context.req
    if (!addresses.has(path)) return next()
    const answer = await serve(context, next)
    answer?.headers.set('cache-control', path.startsWith('/assets/') ? forever : askAgain)
    return answer
  }
}

function addressesIn(folder: string): Set<string> {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true })
  const files = entries.filter(entry => entry.isFile() && !/\.(gz|br)$/.test(entry.name))
  const paths = files.map(file => relative(folder, join(file.parentPath, file.name)).split(sep).join('/'))
  return new Set(paths.filter(path => !path.startsWith('.')).map(path => `/${path}`))
}
