import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { Agent, createServer, type IncomingMessage, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gateFile } from '~/gates/machine/served.server'
import { logBytes, logLength } from '~/ledger/served.server'
import { createWebServer } from '../../scripts/web/app'

/** Milliseconds between two questions of a splitter, and how long it believes an answer: short, so that no test waits. */
export const [pollEvery, longestTrust] = [50, 1200]

const listening = async (server: Server) => {
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

/** What a stranger on the line does with an answer; `undefined` is a line that is cut. */
export type Tamper = (answer: string) => string | undefined
const honest: Tamper = answer => answer

/** A line between the house and a splitter, with somebody on it. */
export async function openLine(house: string) {
  let tamper = honest
  const server = createServer(async (asked, answer) => {
    const real = await (await fetch(house + asked.url)).text()
    const said = asked.url?.endsWith('.json') ? tamper(real) : real
    return said === undefined ? asked.socket.destroy() : answer.end(said)
  })
  const be = (next: Tamper = honest) => {
    tamper = next
  }
  return { address: await listening(server), be, close: () => closing(server) }
}

/** A splitter in a process of its own, before an AI and a person who only say who they are. */
export async function startSplitter(script: string, options: Record<string, string>, secret = '') {
  const seen = { ai: 0, human: 0, lastAiAt: 0 }
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
  const child = spawn(process.execPath, [script, ...given], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  const port = Number(String((await once(child.stdout, 'data'))[0]).split(' ')[1])
  const close = () => {
    child.kill('SIGKILL')
    for (const server of servers) closing(server)
  }
  return { seen, ask: callerOf(port), port, close, child: child as ChildProcess }
}

/** Calls as customers with these numbers, a few at a time. @returns how many reached the AI */
function callerOf(port: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: 20 })
  const call = async (customer: string) => {
    const asked = request({ host: '127.0.0.1', port, agent, headers: { 'x-customer': customer } })
    asked.end()
    const [answer] = (await once(asked, 'response')) as [IncomingMessage]
    return (await answer.toArray()).join('')
  }
  return async (customers: readonly string[]) => {
    const answers = await Promise.all(customers.map(call))
    return answers.filter(who => who === 'ai').length
  }
}
