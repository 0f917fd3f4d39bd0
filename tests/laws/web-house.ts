import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { createServer, type RequestListener, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createWebServer, type WebParts } from '../../scripts/web/app'

type Asked = { method?: string; headers?: Record<string, string>; body?: string }
export type Answer = { status: number; headers: Record<string, string>; body: string }

/** A web server with pages and a ballot box that only pretend; everything between them is real. */
export type WebHouse = {
  ask: typeof ask
  seenByBox: Record<string, string>[]
  faults: string[]
  close: () => Promise<void>
}

let port = 0

/** Opens the house on a free port. `pages` answers in place of Remix. */
export async function openWebHouse(
  pages: WebParts['pages'],
  ownOrigin = 'https://inspraak.example.org',
): Promise<WebHouse> {
  const folder = mkdtempSync(join(tmpdir(), 'inspraak-web-'))
  mkdirSync(join(folder, 'client/assets'), { recursive: true })
  for (const [path, text] of Object.entries({
    'client/assets/a-1f.js': 'a()'.repeat(900),
    'client/favicon.svg': '<svg/>',
    'token.js': 't()',
  }))
    writeFileSync(join(folder, path), text)
  const seenByBox: Record<string, string>[] = []
  const faults: string[] = []
  const box = await listening(createServer(boxThatRemembers(seenByBox)))
  const web = createWebServer({
    pages,
    ownOrigin,
    ballotBoxPort: () => portOf(box),
    publicFolder: join(folder, 'client'),
    tokenFile: join(folder, 'token.js'),
    health: async () => ({ status: 'failing', version: '0', engine: 'sqlite', database: 'ok', ballotBox: 'failing' }),
    onFault: (_fault, reference) => faults.push(reference),
  })
  port = portOf(await listening(web))
  const close = async () => void (await Promise.all([web, box].map(closing)))
  return { ask, seenByBox, faults, close }
}

/** Asks over a real connection, so that any header can be sent, also those a browser decides on. */
export function ask(path: string, init: Asked = {}): Promise<Answer> {
  const { method = 'GET', headers = {}, body } = init
  return new Promise((resolve, reject) => {
    const asking = request({ port, host: '127.0.0.1', path, method, headers }, answer => {
      const chunks: Buffer[] = []
      answer.on('data', chunk => chunks.push(chunk))
      answer.on('error', reject)
      answer.on('end', () => {
        const said = { status: answer.statusCode!, headers: answer.headers as Record<string, string> }
        resolve({ ...said, body: Buffer.concat(chunks).toString() })
      })
    })
    asking.on('error', reject)
    asking.end(body)
  })
}

const boxThatRemembers =
  (seen: Record<string, string>[]): RequestListener =>
  (asked, answer) => {
    seen.push({ ...(asked.headers as Record<string, string>), method: asked.method ?? '' })
    asked.resume()
    if (asked.url === '/ballot/silent') return asked.socket.destroy()
    if (asked.url === '/ballot/falls') {
      answer.writeHead(200, { 'content-length': 100 }).write('half of it')
      return setTimeout(() => asked.socket.destroy(), 50)
    }
    return asked.on('end', () =>
      answer.writeHead(201, { 'content-type': 'application/json', 'referrer-policy': 'no-referrer' }).end('{}'),
    )
  }

const listening = (server: Server) =>
  new Promise<Server>(resolve => server.listen(0, '127.0.0.1', () => resolve(server)))
const portOf = (server: Server) => (server.address() as AddressInfo).port
const closing = (server: Server) =>
  new Promise(resolve => {
    server.close(resolve)
    server.closeAllConnections()
  })
