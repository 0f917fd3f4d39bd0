import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { ask, openWebHouse, type WebHouse } from './web-house'

const required: [string, RegExp][] = [
  [
    'content-security-policy',
    /^default-src 'none'; script-src 'self' 'nonce-[\w+/=]{24}'; style-src 'self'; .*base-uri 'none'.*frame-ancestors 'none'/,
  ],
  ['cross-origin-opener-policy', /^same-origin$/],
  ['cross-origin-resource-policy', /^same-origin$/],
  ['permissions-policy', /camera=\(\)/],
  ['referrer-policy', /^(same-origin|no-referrer)$/],
  ['strict-transport-security', /^max-age=\d{8}/],
  ['x-content-type-options', /^nosniff$/],
  ['x-frame-options', /^DENY$/],
]
const missing = (headers: Record<string, string>) =>
  required.filter(([name, form]) => !form.test(headers[name] ?? '')).map(([name]) => name)

const own = 'https://inspraak.example.org'
const loads: { nonce: string; reference: string; sourceKey: string }[] = []
let house: WebHouse

beforeAll(async () => {
  house = await openWebHouse(async (request, load) => {
    loads.push(load)
    const { pathname } = new URL(request.url)
    if (pathname === '/fault') throw new Error('secret-in-a-fault')
    if (pathname === '/app/results/1.csv') return new Response('a;b', { headers: { 'content-type': 'text/csv' } })
    if (request.method === 'POST')
      return new Response(`${(await request.text()).length} ${request.headers.get('x-forwarded-host')}`)
    return new Response('<p>page</p>', {
      status: pathname === '/none' ? 404 : 200,
      headers: { 'content-type': 'text/html' },
    })
  }, own)
})
afterAll(() => house.close())

describe('every answer carries the headers', () => {
  test.each([
    ['a page', '/', 200],
    ['data of a page', '/app/home.data', 200],
    ['a download', '/app/results/1.csv', 200],
    ['a page that does not exist', '/none', 404],
    ['an address with a character that no text holds', '/app/results/R%001', 404],
    ['an asset', '/assets/a-1f.js', 200],
    ['an asset that does not exist', '/assets/%2e%2e/token.js', 200],
    ['a public file', '/favicon.svg', 200],
    ['the token drawer', '/token.js', 200],
    ['the health of the house', '/healthz', 503],
    ['the ballot box', '/ballot/r1', 201],
    ['a fault', '/fault', 500],
  ])('%s', async (_what, path, status) => {
    const answer = await ask(path)
    expect(answer.status).toBe(status)
    expect(missing(answer.headers)).toEqual([])
  })

  test('control: an answer without one of them is found', async () => {
    const { headers } = await ask('/')
    for (const [name] of required) expect(missing({ ...headers, [name]: '' })).toEqual([name])
  })

  test('the number used once is that of the page, and another each time', async () => {
    const [one, two] = [await ask('/'), await ask('/')]
    expect(one.headers['content-security-policy']).toContain(`'nonce-${loads.at(-2)!.nonce}'`)
    expect(one.headers['content-security-policy']).not.toBe(two.headers['content-security-policy'])
  })
})

describe('a request that changes something', () => {
  const post = (path: string, headers: Record<string, string>, body = 'a=1') =>
    ask(path, { method: 'POST', headers, body })

  test.each(['/', '/app/sign-in', '/app/home.data', '/ballot/r1/ballot', '/healthz'])(
    'from elsewhere is refused at %s',
    async path => {
      const before = house.seenByBox.length + loads.length
      const answer = await post(path, { origin: 'https://evil.example', 'accept-language': 'fr' })
      expect([answer.status, missing(answer.headers)]).toEqual([403, []])
      expect(answer.body).toContain('autre site')
      expect(house.seenByBox.length + loads.length).toBe(before)
    },
  )

  test.each<[string, Record<string, string>]>([
    ['without origin but from another site', { 'sec-fetch-site': 'cross-site' }],
    ['of a nameless origin', { origin: 'null' }],
    ['of a nameless origin that says it is ours', { origin: 'null', 'sec-fetch-site': 'same-origin' }],
    ['of an origin that is no address', { origin: 'evil' }],
  ])('%s is refused', async (_what, headers) => expect((await post('/app/sign-in', headers)).status).toBe(403))

  test.each<[string, string, Record<string, string>]>([
    ['from our public address', '/', { origin: own }],
    ['from the address asked for', '/', { origin: 'http://here:1', host: 'here:1' }],
    ['of a program', '/', {}],
    [
      'of the answering page, which tells no referrer',
      '/ballot/r1/ballot',
      { origin: 'null', 'sec-fetch-site': 'same-origin' },
    ],
    ['of the page for slips in an older browser, which tells nothing', '/ballot/r1/slip', { origin: 'null' }],
  ])('control: %s is let through', async (_what, path, headers) =>
    expect((await post(path, headers)).status).toBeLessThan(300),
  )

  test('is shown to the pages under our own host, whatever a stranger claims', async () => {
    expect((await post('/', { origin: own, host: 'localhost:1' })).body).toBe('3 inspraak.example.org')
    expect((await post('/', { 'x-forwarded-host': 'evil.example' })).body).toBe('3 null')
  })

  test.each([
    ['/app/home', 1024 * 1024],
    ['/app/people/import', 6 * 1024 * 1024],
  ])('may be so big at %s: %i bytes', async (path, limit) => {
    expect((await post(path, {}, 'x'.repeat(limit))).body).toContain(String(limit))
    const refused = await post(path, { accept: 'application/json' }, 'x'.repeat(limit + 1))
    expect([refused.status, JSON.parse(refused.body).error.code]).toEqual([413, 'too_large'])
    const streamed = await post(path, { 'transfer-encoding': 'chunked' }, 'x'.repeat(limit + 1))
    expect(streamed.status).toBe(413)
  })
})

test('the ballot box learns nothing about who asks', async () => {
  await ask('/ballot/r1', {
    headers: {
      cookie: 'session=abc',
      'user-agent': 'Phone/1',
      'x-forwarded-for': '10.0.0.7',
      referer: 'x',
      accept: 'text/html',
    },
  })
  const { host: _host, connection: _connection, ...seen } = house.seenByBox.at(-1)!
  expect(seen).toEqual({ method: 'GET', accept: 'text/html', cookie: 'present' })
})

test('a ballot box that falls takes nobody along, and the page is told to try again', async () => {
  const silent = await ask('/ballot/silent', { method: 'POST', body: '{}' })
  expect([silent.status, silent.headers['retry-after'], missing(silent.headers)]).toEqual([503, '2', []])
  expect(JSON.parse(silent.body).error.code).toBe('box_unavailable')
  await expect(ask('/ballot/falls')).rejects.toThrow()
  expect((await ask('/')).status).toBe(200)
})

test('sources are told apart by a key that is no address', async () => {
  for (const from of ['10.0.0.7', '9.9.9.9, 10.0.0.7', '10.0.0.8'])
    await ask('/', { headers: { 'x-forwarded-for': from } })
  const [one, same, other] = loads.slice(-3).map(load => load.sourceKey)
  expect([one === same, one === other, /^[\da-f]{64}$/.test(one!)]).toEqual([true, false, true])
})

test('nothing of an address, a body or a fault is written anywhere', async () => {
  const written = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  const complained = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  await ask('/fault?token=secret-in-a-url')
  const said = [...written.mock.calls, ...complained.mock.calls].join()
  written.mockRestore()
  complained.mockRestore()
  expect(said).not.toMatch(/secret|fault/)
  expect(house.faults.at(-1)).toMatch(/^[\da-f]{8}$/)
})
