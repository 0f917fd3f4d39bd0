import { existsSync } from 'node:fs'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, type TestContext, test } from 'vitest'
import { engine } from '#db'
import { config } from '~/config.server'
import { closeBallotBox } from '~/pulses/ballot-box.server'
import { freePort } from '../../scripts/checks/port.mjs'
import { type House, openHouse } from '../journeys/house'
import { askAt, browser, claimed, openRoundToday, own, playRound, real } from './proxied-round'
import { everythingIn, has, type ProxyName, type RunningProxy, start } from './proxy-programs'

// The programs that stand before Inspraak are the real ones, with the site files that people copy.

const built = existsSync('build/sqlite/sources.sha256') && engine === 'sqlite'
const people: Record<ProxyName, [string, string]> = { nginx: ['A1', 'A2'], caddy: ['A3', 'A4'] }
const running: RunningProxy[] = []
let house: House
let round = ''
let ports = { app: 0, box: 0 }

beforeAll(async () => {
  if (!built) return
  round = await openRoundToday()
  closeBallotBox()
  const box = await freePort()
  const settings = { DEMO: '0', LOG_LEVEL: 'info', DATA_DIR: config.dataDir, BALLOT_BOX_PORT: String(box), ORIGIN: own }
  house = await openHouse(settings)
  ports = { app: Number(new URL(house.address).port), box }
})
afterAll(async () => {
  await Promise.all(running.map(proxy => proxy.stop()))
  await house?.close()
})

/** Says in one sentence why a test is left out on this machine. */
function orLeaveOut({ skip }: TestContext, name: ProxyName, needsBuild = true) {
  skip(!has(name), `${name} is not on this machine; \`apt-get install ${name}\` brings it`)
  skip(needsBuild && !built, 'there is no build for SQLite yet; `npm run build` makes it')
}

async function opened(name: ProxyName, talkative = false, at = ports) {
  const proxy = await start[name]({ ...at, talkative })
  running.push(proxy)
  return proxy
}

/** All that the proxy, the web app and the ballot box wrote or said; our own settings for the proxy are left out. */
const allWritten = (proxy: RunningProxy) =>
  `${proxy.said()}\n${house.said()}\n${everythingIn(proxy.folder, /(site|nginx)\.conf$|Caddyfile$|autosave\.json$/)}`

/** What a proxy says of faults, without its access log. */
const errorsOf = (proxy: RunningProxy) =>
  `${proxy.said()}\n${everythingIn(proxy.folder, /access\.log$|\.conf$|Caddyfile$/)}`

const found = (traces: Record<string, string[]>, written: string) =>
  Object.keys(traces).filter(name => traces[name]!.some(spelled => written.includes(spelled)))

const expected = {
  ...{ drawn: 200, page: 200, manifest: 200, first: 201, again: 200, other: 409, forged: 403, tooLarge: 413 },
  ...{ withCookie: 400, nowhere: 404, receipts: 404, home: 200, signedIn: 200 },
}

const names: ProxyName[] = ['nginx', 'caddy']

test.for(names)(
  '%s: a round leaves nothing in any log, output or file, not even when all behind it fell',
  async (name, on) => {
    orLeaveOut(on, name)
    const proxy = await opened(name)
    const { answers, traces } = await playRound(proxy.port, round, people[name][0])
    expect(answers).toEqual(expected)
    const fallen = await opened(name, false, { app: await freePort(), box: await freePort() })
    for (const path of [`/ballot/${round}`, '/app/home']) {
      const { status } = await askAt(fallen.port)(path, {})
      expect([502, 503, 504]).toContain(status)
    }
    await Promise.all([proxy.stop(), fallen.stop()])
    expect(found(traces, allWritten(proxy))).toEqual([])
    expect(found(traces, allWritten(fallen))).toEqual([])
    const { 'the way to the box': _way, ...personal } = traces
    expect(found(personal, everythingIn(config.dataDir, /ballot-box\/box\.db/))).toEqual([])
  },
)

test.for(names)('control: %s with its log turned on is found out', async (name, on) => {
  orLeaveOut(on, name)
  const proxy = await opened(name, true)
  const { traces, answers } = await playRound(proxy.port, round, people[name][1])
  expect(answers).toEqual(expected)
  const fallen = await opened(name, true, { app: await freePort(), box: await freePort() })
  await askAt(fallen.port)(`/ballot/${round}`, {})
  await Promise.all([proxy.stop(), fallen.stop()])
  const told = ['browser', 'real address', 'the way to the box']
  expect(found(traces, allWritten(proxy))).toEqual(expect.arrayContaining(told))
  expect(found(traces, errorsOf(fallen))).toEqual(expect.arrayContaining(told.slice(1)))
})

test.for(names)(
  '%s tells the ballot box what is sent and nothing about who, and the app only the real address',
  async (name, on) => {
    orLeaveOut(on, name, false)
    const seen: IncomingHttpHeaders[] = []
    const standIn = createServer((request, response) => {
      seen.push(request.headers)
      request.resume().on('end', () => response.end('{}'))
    })
    await new Promise<void>(resolve => standIn.listen(0, '127.0.0.1', resolve))
    const { port } = standIn.address() as AddressInfo
    const proxy = await opened(name, false, { app: port, box: port })
    const ask = askAt(proxy.port)
    const headers = {
      cookie: 'session=secret',
      authorization: 'Basic secret',
      referer: `${own}/app/home`,
      via: '1.1 phone',
    }
    const telling = {
      ...headers,
      'x-real-ip': claimed,
      forwarded: `for=${claimed}`,
      'sec-ch-ua': browser,
      'x-device': browser,
    }
    const sent = { ...telling, 'content-type': 'application/json', accept: 'application/json', 'accept-language': 'fr' }
    const answer = await ask('/ballot/R1/ballot', { method: 'POST', body: '{}', headers: sent })
    await ask('/', { headers })
    await Promise.all([proxy.stop(), new Promise(resolve => standIn.close(resolve))])
    const { host, connection: _c, 'accept-encoding': _e, ...atBox } = seen[0]!
    const wanted = {
      'content-type': 'application/json',
      accept: 'application/json',
      'accept-language': 'fr',
      'content-length': '2',
    }
    expect([host, atBox]).toEqual(['ballot-box', { ...wanted, cookie: 'present', authorization: 'present' }])
    expect(answer.headers).toMatchObject({ 'x-frame-options': 'DENY', 'strict-transport-security': 'max-age=31536000' })
    expect(seen[1]).toMatchObject({ 'x-forwarded-for': real, host: 'inspraak.example.org', cookie: 'session=secret' })
    expect(seen[1]).not.toHaveProperty('user-agent')
    expect(JSON.stringify(seen[1])).not.toMatch(new RegExp(`${browser}|${claimed}`))
  },
)
