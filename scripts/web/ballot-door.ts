import { Agent, request as ask, type IncomingMessage, type ServerResponse } from 'node:http'
import { pipeline } from 'node:stream'
import { createGzip } from 'node:zlib'

/** The only headers that travel to the ballot box: none says who or from where. */
const travelling = ['content-type', 'content-length', 'accept', 'accept-language', 'range', 'if-none-match']
/** These belong to one connection, not to the answer. */
const staying = ['connection', 'keep-alive', 'transfer-encoding', 'date']

const agent = new Agent({ keepAlive: true, maxSockets: 100 })
/** Milliseconds after which a box that says nothing counts as restarting. */
const patience = 30_000

/**
 * Passes a request on to the ballot box without address, cookie or user agent.
 * Whether a cookie or a login was sent travels as a bare fact: the box itself refuses then.
 * Bodies are passed on as they come and kept nowhere.
 */
export function forwardToBallotBox(request: IncomingMessage, response: ServerResponse, port: number) {
  const { method, url } = request
  const outgoing = ask({
    host: '127.0.0.1',
    port,
    method,
    path: url,
    headers: whatMayTravel(request),
    agent,
    timeout: patience,
  })
  outgoing.on('response', incoming => passBack(request, incoming, response))
  outgoing.on('timeout', () => outgoing.destroy())
  outgoing.on('error', () => {
    if (!response.headersSent) unavailable(response)
    else response.destroy()
  })
  request.on('error', () => outgoing.destroy())
  request.pipe(outgoing)
}

function whatMayTravel({ headers }: IncomingMessage) {
  const taken: Record<string, string> = {}
  for (const name of travelling) if (headers[name] !== undefined) taken[name] = String(headers[name])
  if (/\bgzip\b/.test(String(headers['accept-encoding']))) taken['accept-encoding'] = 'gzip'
  for (const name of ['cookie', 'authorization']) if (headers[name] !== undefined) taken[name] = 'present'
  return taken
}

function passBack(request: IncomingMessage, incoming: IncomingMessage, response: ServerResponse) {
  response.statusCode = incoming.statusCode ?? 502
  for (const [name, value] of Object.entries(incoming.headers))
    if (value !== undefined && !staying.includes(name)) response.setHeader(name, value)
  const packed = worthCompressing(request, incoming)
  if (packed) {
    response.removeHeader('content-length')
    response.setHeader('content-encoding', 'gzip')
    response.setHeader('vary', 'accept-encoding')
  }
  // Whoever falls on the way, the box or the person's line: both ends are let go, and the server stands.
  const ended = () => {}
  if (packed) pipeline(incoming, createGzip(), response, ended)
  else pipeline(incoming, response, ended)
}

function worthCompressing({ method, headers }: IncomingMessage, answer: IncomingMessage) {
  const type = answer.headers['content-type'] ?? ''
  return (
    method === 'GET' &&
    answer.statusCode === 200 &&
    !answer.headers['content-encoding'] &&
    Number(answer.headers['content-length'] ?? 0) > 1024 &&
    /^text\/|javascript|json|svg/.test(type) &&
    /\bgzip\b/.test(headers['accept-encoding'] ?? '')
  )
}

/** The box is restarting: the page keeps the answer and tries again. */
function unavailable(response: ServerResponse) {
  response.writeHead(503, { 'content-type': 'application/json', 'cache-control': 'no-store', 'retry-after': '2' })
  response.end(JSON.stringify({ error: { code: 'box_unavailable', message: 'The ballot box is restarting.' } }))
}
