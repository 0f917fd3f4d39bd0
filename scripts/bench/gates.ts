import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeRequests } from './ballot-stack'
import { figure, inTurns, type Measured, median } from './figure'
import type { Load, Loaded } from './load'
import { freshFolder, settingsFor, startWorker } from './workshop'

/** Questions per run, of so many routers at once; the first ones only warm the server up. */
const full = { count: 40_000, unmeasured: 2000, connections: 50 }
const turns = 3
/** Vetoes, each against a gate of its own, while everybody goes on asking. */
const vetoes = 5

type Vetoed = { milliseconds: number }

/** Measures how many routers a second are told how a gate stands, beside a bare server that sends the same bytes; and how soon a veto is told. */
export async function measureGates(): Promise<Measured> {
  const env = settingsFor(freshFolder('gates'))
  const house = await startWorker({ file: 'scripts/bench/gates-house.ts', args: [String(vetoes + 1)], env })
  const port = house.ready.port as number
  const bare = await startWorker({ file: 'scripts/bench/bare-page.ts', args: [await sameBytes(port)] })
  const question = Buffer.from('GET /gates/G-1.json HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n')
  const requests = writeRequests(Array.from({ length: full.count }, () => question))
  const load = await startWorker({ file: 'scripts/bench/load.ts', args: [requests] })
  const ask = (to: number) => () => load.ask<Loaded>({ ...full, port: to } satisfies Load)
  const found = await inTurns(turns, { floor: ask(bare.ready.port as number), gates: ask(port) })
  const calls = ask(port)()
  const heard: Vetoed[] = []
  for (let nth = 0; nth < vetoes; nth++) heard.push(await house.ask<Vetoed>({ veto: `G-${nth + 2}` }))
  await calls
  await Promise.all([house, bare, load].map(one => one.stop()))
  const many = { floor: rateOf(found.floor), target: { of: 'value', is: '>=', bound: 3000 } as const }
  const latest = Math.max(...heard.map(({ milliseconds }) => milliseconds))
  return {
    figures: [
      figure('gates.answers', rateOf(found.gates), '1/s', many),
      figure('gates.after-veto', latest, 'ms', { target: { of: 'value', is: '<=', bound: 1000 } }),
    ],
    skipped: {},
  }
}

const rateOf = (runs: Loaded[]) => median(runs.map(({ perSecond }) => perSecond))

async function sameBytes(port: number): Promise<string> {
  const path = join(freshFolder('bare'), 'answer.json')
  writeFileSync(path, await (await fetch(`http://127.0.0.1:${port}/gates/G-1.json`)).text())
  return path
}
