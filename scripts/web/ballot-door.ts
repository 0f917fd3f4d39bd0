import { request as ask } from 'node:http'
import { Readable } from 'node:stream'
import type { Context } from 'hono'

/** The only headers that travel to the ballot box: none says who or from where. */
const travelling = ['content-type', 'content-length', 'accept', 'accept-language', 'accept-encoding', 'range', 'if-none-match']

/**
 * Passes a request on to the ballot box without address, cookie or user agent.
 * Whether a cookie or a login was sent travels as a bare fact: the box itself refuses then.
 */
export function forwardToBallotBox(context: Context, port: number): Promise<Response> {
  const { raw } = context.req
  const headers: Record<string, string> = {}
  for (const name of travelling) {
    const value = raw.headers.get(name)
    if (value !== null) headers[name] = value
  }
  for (const name of ['cookie', 'authorization']) if (raw.headers.has(name)) headers[name] = 'present'
  const url = new URL(raw.url)
  return new Promise(resolve => {
    const outgoing = ask(
      { host: '127.0.0.1', port, method: raw.method, path: url.pathname + url.search, headers },
      incoming => {
        const answer = new Headers()
        for (const [name, value] of Object.entries(incoming.headers)) {
          if (typeof value === 'string' && name !== 'connection' && name !== 'keep-alive') answer.set(name, value)
        }
        resolve(new Response(Readable.toWeb(incoming) as ReadableStream, { status: incoming.statusCode, headers: answer }))
      },
    )
    outgoing.on('error', () => resolve(unavailable()))
    if (raw.body) Readable.fromWeb(raw.body as never).pipe(outgoing)
    else outgoing.end()
  })
}

/** The box is restarting: the page keeps the answer and tries again. */
const unavailable = () =>
  Response.json({ error: { code: 'box_unavailable', message: 'The ballot box is restarting.' } }, { status: 503, headers: { 'retry-after': '2' } })
