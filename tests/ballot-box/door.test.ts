import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type RunningBox, serveBox } from '~/ballot-box/serving.server'
import { announceRound, type Box, countPerUnit, openBox, purgeRound, setRoundState } from '~/ballot-box/store.server'
import { freshFolder, makeCast, makeRound, quickToken } from './round'

const round = await makeRound()
const pages = {
  policy: "default-src 'none'; script-src 'sha256-x'",
  refusalPage: (code: string, language: string) => `<p>${code} ${language}`,
  answeringPage: ({ round, state }: { round: string; state: string }, language: string) =>
    `<p>${round} ${state} ${language}`,
  file: (path: string) => (path === '/ballot/files/x.css' ? { type: 'text/css', body: 'p{}' } : undefined),
}

let box: Box
let running: RunningBox
beforeAll(async () => {
  const path = join(freshFolder(), 'box.db')
  running = await serveBox(path, 0, pages)
  box = openBox(path)
  announceRound(box, round.bytes, 'open')
})
afterAll(() => running.stop())

const ask = (path: string, options: RequestInit = {}) => fetch(`http://127.0.0.1:${running.port}${path}`, options)
const cast = (body: string, headers: HeadersInit = {}) => ask('/ballot/R1/ballot', { method: 'POST', body, headers })
const codeOf = async (answer: Response) => [
  answer.status,
  ((await answer.json()) as { error: { code: string } }).error.code,
]

/** Sends raw bytes and returns all that comes back until the box hangs up, or for as long as there is patience. */
async function raw(bytes: string, patienceMilliseconds = 5000): Promise<string> {
  const socket = connect(running.port, '127.0.0.1')
  let answer = ''
  socket.on('data', chunk => {
    answer += chunk
  })
  socket.on('error', () => {})
  socket.write(bytes)
  await Promise.race([once(socket, 'close'), new Promise(resolve => setTimeout(resolve, patienceMilliseconds))])
  socket.destroy()
  return answer
}

describe('who shows an identity is turned away', () => {
  test.each([
    ['cookie', 'session=x'],
    ['cookie', ''],
    ['authorization', 'Basic eA=='],
  ])('with %s "%s", before anything is read or cast', async (name, value) => {
    const body = await makeCast(round, quickToken(round))
    const head = `Host: x\r\n${name}: ${value}\r\n`
    for (const path of ['/ballot/R1', '/ballot/R1/manifest.json', '/ballot/R1/receipts.txt', '/ballot/files/x.css'])
      expect(await raw(`GET ${path} HTTP/1.1\r\n${head}\r\n`)).toMatch(/^HTTP\/1.1 400 [\s\S]*cookie_refused/)
    const answer = await raw(`POST /ballot/R1/ballot HTTP/1.1\r\n${head}Content-Length: ${body.length}\r\n\r\n${body}`)
    expect(answer).toMatch(/^HTTP\/1.1 400 [\s\S]*cookie_refused/)
    expect((await cast(body)).status).toBe(201)
  })

  test('control: the same requests without are served', async () => {
    const answers = await Promise.all(
      ['/ballot/R1', '/ballot/R1/manifest.json', '/ballot/files/x.css'].map(path => ask(path)),
    )
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
  })
})

test('nothing in the box reads who is at the other end of the line', () => {
  const folder = fileURLToPath(new URL('../../app/ballot-box/', import.meta.url))
  const identity = /remoteAddress|remotePort|user-agent|x-forwarded|x-real-ip|process\.env|config\.server/i
  const sources = readdirSync(folder).filter(name => /\.tsx?$/.test(name))
  expect(sources.filter(name => identity.test(readFileSync(join(folder, name), 'utf8')))).toEqual([])
  expect(sources).toContain('door.server.ts')
  expect(identity.test('log(request.socket.remoteAddress)')).toBe(true)
})

describe('addresses', () => {
  test('give the page, the exact bytes of the manifest and the health', async () => {
    expect(await (await ask('/ballot/R1?lang=fr')).text()).toBe('<p>R1 open fr')
    expect(new Uint8Array(await (await ask('/ballot/R1/manifest.json')).arrayBuffer())).toEqual(round.bytes)
    expect(await (await ask('/healthz')).json()).toEqual({ status: 'ok' })
    expect((await ask('/ballot/R1', { method: 'HEAD' })).headers.get('content-length')).toBe('13')
  })

  test.each([
    '/',
    '/ballot',
    '/ballot/',
    '/ballot/R9',
    '/ballot/R1/x',
    '/ballot/R9/manifest.json',
    '/ballot/%00',
    '/ballot/../x',
  ])('that do not exist are not found: %s', async path => expect((await ask(path)).status).toBe(404))

  test('take the right kind of request only', async () => {
    expect(await codeOf(await ask('/ballot/R1/ballot'))).toEqual([405, 'method_not_allowed'])
    expect(await codeOf(await ask('/ballot/R1', { method: 'POST', body: 'x' }))).toEqual([405, 'method_not_allowed'])
    expect(await codeOf(await ask('/ballot/R9/ballot', { method: 'POST', body: '{}' }))).toEqual([404, 'not_found'])
  })

  test('speak the language of the reader, as a page to a person and as JSON to a program', async () => {
    const nl = await cast('{', { 'accept-language': 'nl-BE,nl;q=0.9' })
    const fr = await ask('/ballot/R1/ballot?lang=fr', { method: 'POST', body: '{' })
    const messages = [await nl.json(), await fr.json()].map(({ error }) => error.message)
    expect(messages).toEqual([expect.stringMatching(/^Dit stembiljet/), expect.stringMatching(/^Ce bulletin/)])
    const page = await ask('/ballot/R9', { headers: { accept: 'text/html', 'accept-language': 'en' } })
    expect([page.status, page.headers.get('content-type'), await page.text()]).toEqual([
      404,
      'text/html; charset=utf-8',
      '<p>not_found en',
    ])
  })

  test('carry the headers that keep everything here', async () => {
    for (const path of ['/ballot/R1', '/ballot/R1/manifest.json', '/ballot/R9', '/healthz']) {
      const { headers } = await ask(path)
      expect(headers.get('cache-control')).toBe('no-store')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
      expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'/)
      expect(headers.get('set-cookie')).toBeNull()
    }
  })
})

describe('bad input', () => {
  test('that is too large is refused without being read to its end', async () => {
    expect(await codeOf(await cast('x'.repeat(16_385)))).toEqual([413, 'too_large'])
    const endless = new ReadableStream({ pull: controller => controller.enqueue(new Uint8Array(4096)) })
    const streamed = ask('/ballot/R1/ballot', { method: 'POST', body: endless, duplex: 'half' } as RequestInit)
    expect(
      await streamed.then(
        one => one.status,
        () => 413,
      ),
    ).toBe(413)
    const announced = await raw('POST /ballot/R1/ballot HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999\r\n\r\nabc')
    expect(announced).toMatch(/^HTTP\/1.1 413/)
    expect((await cast('x'.repeat(16_384))).status).toBe(400)
  })

  const post = 'POST /ballot/R1/ballot HTTP/1.1\r\nHost: x\r\n'
  test.each([
    ['no HTTP at all', 'nonsense\r\n\r\n'],
    ['no host', 'GET /ballot/R1 HTTP/1.1\r\n\r\n'],
    ['an endless address', `GET /${'x'.repeat(20_000)} HTTP/1.1\r\nHost: x\r\n\r\n`],
    ['half a body', `${post}Content-Length: 50\r\n\r\n{`],
    ['a broken chunk', `${post}Transfer-Encoding: chunked\r\n\r\nzz\r\n`],
    ['the start of TLS', '\u0016\u0003\u0001'],
  ])('leaves the box standing: %s', async (_name, bytes) => {
    await raw(bytes, 300)
    expect((await cast(await makeCast(round, quickToken(round)))).status).toBe(201)
  })
})

test('receipts are there after the close, sorted, and for everyone alike', async () => {
  expect((await ask('/ballot/R1/receipts.txt')).status).toBe(404)
  setRoundState(box, 'R1', 'closed')
  expect(await codeOf(await cast(await makeCast(round, quickToken(round))))).toEqual([410, 'not_open'])
  purgeRound(box, 'R1', ['ff', '0a'])
  expect(await (await ask('/ballot/R1/receipts.txt')).text()).toBe('0a\nff\n')
})

test('stopping answers what is under way and waits for nobody who keeps a line open', async () => {
  const path = join(freshFolder(), 'box.db')
  const stopping = await serveBox(path, 0, pages)
  const file = openBox(path)
  announceRound(file, round.bytes, 'open')
  const idle = connect(stopping.port, '127.0.0.1').on('error', () => {})
  idle.write('POST /ballot/R1/ballot HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n')
  const bodies = await Promise.all(Array.from({ length: 20 }, () => makeCast(round, quickToken(round))))
  const casts = bodies.map(body =>
    fetch(`http://127.0.0.1:${stopping.port}/ballot/R1/ballot`, { method: 'POST', body }),
  )
  const settled = Promise.allSettled(casts)
  await casts[0]
  await stopping.stop()
  const acknowledged = (await settled).filter(one => one.status === 'fulfilled' && one.value.status === 201)
  expect(acknowledged.length).toBeGreaterThan(0)
  expect(countPerUnit(file, 'R1').get('U1')).toBeGreaterThanOrEqual(acknowledged.length)
})
