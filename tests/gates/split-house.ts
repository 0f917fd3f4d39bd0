import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { Agent, createServer, type IncomingMessage, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll } from 'vitest'
import { gateFile } from '~/gates/machine/served.server'
import { logBytes, logLength } from '~/ledger/served.server'
import { freePort } from '../../scripts/checks/port.mjs'
import { createWebServer } from '../../scripts/web/app'

/** Milliseconds between two questions of a splitter, and how long it believes an answer: short, so that no test waits. */
export const [pollEvery, longestTrust] = [100, 2000]

const listening = async (server: Server) => {
  // A connection that is never closed for being idle is never closed while it is asked again.
  server.keepAliveTimeout = 0
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}
const closing = (server: Server) => {
  server.closeAllConnections()
  server.close()
}

/** The real web server with the real gate behind it; of the pages only the ledger is there. */
export async function openGateHouse() {
  const server = createWebServer({
    pages: async () => new Response(new Uint8Array(await logBytes(0, (await logLength()) - 1))),
    gateDoor: gateFile,
    ownOrigin: 'http://127.0.0.1',
    ballotBoxPort: () => 0,
    tokenFile: '',
    health: () => Promise.reject(new Error('not asked here')),
    onFault: fault => console.error(fault),
  })
  return { address: await listening(server), close: () => closing(server) }
}

const children = new Set<ChildProcess>()

/** Starts a program that ends with this file, also when a test falls halfway. */
function launch(...given: Parameters<typeof spawn>): ChildProcess {
  const child = spawn(...given)
  children.add(child)
  return child
}
afterAll(() => {
  for (const child of children) child.kill('SIGKILL')
})

/** What a stranger on the line does with an answer; `undefined` is a line that is cut. */
type Tamper = (answer: string) => string | undefined
const honest: Tamper = answer => answer

/** A line between the house and a splitter, with somebody on it. */
export async function openLine(house: string) {
  let [tamper, answered] = [honest, 0]
  const server = createServer(async (asked, answer) => {
    const real = await fetch(house + asked.url).then(
      one => one.text(),
      () => undefined,
    )
    const isAnswer = asked.url?.endsWith('.json')
    const said = isAnswer && real ? tamper(real) : real
    if (said === undefined) return asked.socket.destroy()
    answer.end(said, () => {
      if (isAnswer) answered += 1
    })
  })
  /** Changes who is on the line, and waits until the splitter heard them a few times. */
  const be = async (next: Tamper = honest, times = 3) => {
    tamper = next
    const enough = answered + times
    while (next('{}') !== undefined && answered < enough) await pause(10)
    await pause(30)
  }
  return { address: await listening(server), be, close: () => closing(server) }
}

/** A splitter in a process of its own, before an AI and a person who only say who they are. */
export async function startSplitter(script: string, options: Record<string, string>, secret = '') {
  const seen = { ai: 0, human: 0, lastAiAt: 0, slowest: 0 }
  const servers = (['ai', 'human'] as const).map(who =>
    createServer((_asked, answer) => {
      seen[who] += 1
      if (who === 'ai') seen.lastAiAt = performance.now()
      answer.end(who)
    }),
  )
  const [ai = '', human = ''] = await Promise.all(servers.map(listening))
  const given = Object.entries({ port: '0', ai, human, ...options }).flatMap(([name, value]) => [`--${name}`, value])
  const env = { PATH: process.env.PATH, NODE_ENV: 'production' as const, GATE_SECRET: secret }
  const child = launch(process.execPath, [script, ...given], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  const port = Number(String((await once(child.stdout!, 'data'))[0]).split(' ')[1])
  const close = () => {
    child.kill('SIGKILL')
    for (const server of servers) closing(server)
  }
  const share = async () => (await (await fetch(`http://127.0.0.1:${port}/share`)).json()).volumePct
  /** Waits until this share of customers goes to the AI. @returns whether it came to that in time */
  const becomes = async (pct: number, within = 15_000) => {
    for (const begun = performance.now(); performance.now() < begun + within; await pause(20))
      if ((await share()) === pct) return true
    return false
  }
  return { seen, ask: callerOf(port, seen), share, becomes, port, ai, human, close, child }
}

/** Calls as customers with these numbers, a few at a time. @returns how many reached the AI */
export function callerOf(port: number, seen = { slowest: 0 }) {
  const agent = new Agent({ keepAlive: true })
  const call = async (customer: string) => {
    const begun = performance.now()
    const asked = request({ host: '127.0.0.1', port, agent, headers: { 'x-customer': customer } })
    asked.end()
    const [answer] = (await once(asked, 'response')) as [IncomingMessage]
    const who = (await answer.toArray()).join('')
    seen.slowest = Math.max(seen.slowest, performance.now() - begun)
    return who
  }
  return async (customers: readonly string[]) => {
    let toAi = 0
    // In small groups: the house lives in this process too, and must get its turn to answer.
    for (let from = 0; from < customers.length; from += 20) {
      const answers = await Promise.all(customers.slice(from, from + 20).map(call))
      toAi += answers.filter(who => who === 'ai').length
    }
    return toAi
  }
}

/** Starts the real nginx with the example as it stands, but for its addresses and its patience: this machine may be busy. */
export async function startNginx({ ai, human, splitter }: { ai: string; human: string; splitter: number }) {
  const folder = mkdtempSync(join(tmpdir(), 'inspraak-nginx-'))
  const port = await freePort()
  const site = readFileSync('scripts/examples/gate-nginx.conf', 'utf8')
    .replace('127.0.0.1:8080', `127.0.0.1:${port}`)
    .replace('http://127.0.0.1:9001', ai)
    .replace('http://127.0.0.1:9002', human)
    .replace('127.0.0.1:9000', `127.0.0.1:${splitter}`)
    .replaceAll('200ms', '10s')
  const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(name => `${name}_temp_path ${folder}/${name};`)
  const main = `daemon off; master_process off; pid ${folder}/pid; error_log /dev/null; events {}`
  writeFileSync(join(folder, 'nginx.conf'), `${main} http { access_log off; ${paths.join(' ')} ${site} }`)
  const child = launch('nginx', ['-p', folder, '-c', join(folder, 'nginx.conf')], { stdio: 'ignore' })
  while (!(await fetch(`http://127.0.0.1:${port}`).catch(() => undefined))) await pause(20)
  const stop = async () => {
    child.kill('SIGTERM')
    await once(child, 'exit')
    rmSync(folder, { recursive: true, force: true })
  }
  return { port, stop }
}
