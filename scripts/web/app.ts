import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { getRequestListener, type HttpBindings } from '@hono/node-server'
import { serveStatic } from '@hono/node-server/serve-static'
import { type Context, Hono } from 'hono'
import { compress } from 'hono/compress'
import { etag } from 'hono/etag'
import { forwardToBallotBox } from './ballot-door'
import { answerAtGateDoor, type GateDoor, gateAsked } from './gate-door'
import { securityHeaders } from './headers'
import type { Health } from './health'
import { limitBodies } from './limits'
import { comesFromHere, underOwnHost } from './origin'
import { publicFiles } from './public-files'
import { sourceKeyOf } from './source'
import { answerAtTokenDoor, roundAsked, type TokenDoor } from './token-door'
import { answerInWords } from './words'

export type LoadContext = { nonce: string; reference: string; sourceKey: string }
type House = { Bindings: Partial<HttpBindings>; Variables: { nonce: string; reference: string } }

export type WebParts = {
  pages: (request: Request, load: LoadContext) => Promise<Response>
  /** Signs tokens beside the pages; without it the pages do so themselves. */
  tokenDoor?: TokenDoor
  /** Says beside the pages how a gate stands; without it the pages do. */
  gateDoor?: GateDoor
  ownOrigin: string
  ballotBoxPort: () => number
  /** The folder of the built browser files. */
  publicFolder?: string
  /** In development Vite serves the browser files from their sources. */
  sources?: (request: IncomingMessage, response: ServerResponse, next: () => void) => void
  tokenFile: string
  health: () => Promise<Health>
  onFault: (fault: unknown, reference: string) => void
}

/** Makes the web server: every answer carries the headers, nothing asked for is written down. */
export function createWebServer(parts: WebParts): Server {
  const secure = parts.ownOrigin.startsWith('https:')
  const app = createWebApp(parts)
  const answer = getRequestListener(app.fetch)
  return createServer({ requestTimeout: 60_000, maxHeaderSize: 16_384 }, (request, response) => {
    const nonce = randomBytes(16).toString('base64')
    const headers = securityHeaders({ nonce, development: !!parts.sources, secure })
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
    Object.assign(request, { nonce })
    const path = request.url ?? '/'
    const header = (name: string) => request.headers[name] as string | undefined
    const isOurs = comesFromHere({ method: request.method ?? '', path, header }, parts.ownOrigin)
    if (isOurs && path.startsWith('/ballot/')) return forwardToBallotBox(request, response, parts.ballotBoxPort())
    const round = isOurs && parts.tokenDoor && roundAsked(request)
    if (round) return answerAtTokenDoor(parts.tokenDoor!, round, { request, response, onFault: parts.onFault })
    const gate = parts.gateDoor && gateAsked(request)
    if (gate) return answerAtGateDoor(parts.gateDoor!, gate, { request, response, onFault: parts.onFault })
    if (!parts.sources) return answer(request, response)
    return parts.sources(request, response, () => answer(request, response))
  })
}

function createWebApp(parts: WebParts) {
  const app = new Hono<House>()
  app.use(async (context, next) => {
    context.set('reference', randomBytes(4).toString('hex'))
    const { method, path } = context.req
    const asked = { method, path, header: (name: string) => context.req.header(name) }
    if (!comesFromHere(asked, parts.ownOrigin)) return answerInWords(context.req.raw, 403, 'foreignOriginText')
    if (nothing.test(context.req.url)) return answerInWords(context.req.raw, 404, 'notFoundText')
    await next()
    if (!context.res.headers.has('cache-control')) context.header('cache-control', keeping(path))
  })
  app.use(compress())
  app.use(limitBodies)
  app.get('/healthz', async context => {
    const health = await parts.health()
    return context.json(health, health.status === 'ok' ? 200 : 503, { 'cache-control': 'no-store' })
  })
  app.get('/token.js', etag(), serveStatic({ path: parts.tokenFile }))
  if (parts.publicFolder) app.get('*', publicFiles(parts.publicFolder))
  app.all('*', context => parts.pages(underOwnHost(context.req.raw, parts.ownOrigin), loadContext(context)))
  app.onError((fault, context) => {
    parts.onFault(fault, context.get('reference'))
    return answerInWords(context.req.raw, 500, 'faultText', context.get('reference'))
  })
  return app
}

/** A character that no text holds, and that PostgreSQL refuses: nothing stands under an address with it. */
const nothing = /%00/

/** What a signed-in person saw is not left behind on a shared computer; other pages are asked for again each time. */
const keeping = (path: string) => (path.startsWith('/app') ? 'no-store' : 'no-cache')

function loadContext(context: Context<House>): LoadContext {
  const { incoming } = context.env
  const peer = incoming?.socket.remoteAddress ?? ''
  const { nonce = '' } = (incoming ?? {}) as { nonce?: string }
  const reference = context.get('reference')
  return { nonce, reference, sourceKey: sourceKeyOf(peer, context.req.header('x-forwarded-for')) }
}
