import { join } from 'node:path'
import { figure, inTurns, type Measured, median, type Target } from './figure'
import type { Rate } from './issuing-work'
import type { Load, Loaded } from './load'
import { isBuilt, notBuilt, startWeb } from './web'
import { freshFolder, runWorker, settingsFor, startWorker } from './workshop'

const people = 6000
const turns = 3
/** Of the 48 a second that Formbricks reached on the same machine. @source peers.md, at 50 connections */
const together = 20 * 48

const atLeast = (of: Target['of'], bound: number): Target => ({ of, is: '>=', bound })

/** Measures issuing tokens: through the store, through the web server, and together with casting ballots. */
export async function measureIssuing(): Promise<Measured> {
  const store = await measureStore()
  if (isBuilt()) return { figures: [...store, ...(await measureWeb())], skipped: {} }
  return { figures: store, skipped: { 'issue.http': notBuilt, 'issue-and-cast.per-second': notBuilt } }
}

async function measureStore() {
  const worker = await startWorker({
    file: 'scripts/bench/issuing-work.ts',
    args: [String(people)],
    env: settingsFor(freshFolder('issuing')),
  })
  const ask = (name: string) => () => worker.ask<Rate>(name)
  await ask('warmUp')()
  const found = await inTurns(turns, { floor: ask('floor'), issue: ask('issue') })
  await worker.stop()
  const rate = (of: Rate[], what: keyof Rate) => median(of.map(one => one[what]))
  const beside = (what: keyof Rate) => ({ floor: rate(found.floor, what) })
  return [
    figure('issue.store', rate(found.issue, 'perCoreSecond'), '1/s of a core', {
      ...beside('perCoreSecond'),
      target: atLeast('value', 1000),
    }),
    figure('issue.store.one-by-one', rate(found.issue, 'perSecond'), '1/s', beside('perSecond')),
  ]
}

async function measureWeb() {
  const [folder, requests] = [freshFolder('signed-in'), freshFolder('requests')]
  await runWorker({
    file: 'scripts/bench/issuing-preparation.ts',
    args: [String(people), requests],
    env: settingsFor(folder),
  })
  const found = await inTurns(2, {
    issue: () => loadWeb(folder, join(requests, 'issue.bin')),
    both: () => loadWeb(folder, join(requests, 'issue-and-cast.bin')),
  })
  const rate = (of: Loaded[]) => median(of.map(one => one.perSecond))
  return [
    figure('issue.http', rate(found.issue), '1/s'),
    // Half of the answers are tokens, half are receipts.
    figure('issue-and-cast.per-second', rate(found.both) / 2, '1/s', { target: atLeast('value', together) }),
  ]
}

async function loadWeb(folder: string, requests: string): Promise<Loaded> {
  const { port, stop } = await startWeb(folder)
  const load = await startWorker({ file: 'scripts/bench/load.ts', args: [requests] })
  const how: Load = { port, count: load.ready.requests as number, unmeasured: 500, connections: 50 }
  const loaded = await load.ask<Loaded>(how)
  await Promise.all([load.stop(), stop()])
  const { 200: issued = 0, 201: cast = 0 } = loaded.statuses
  if (issued + cast !== loaded.sent) throw new Error(`not everything was answered: ${JSON.stringify(loaded.statuses)}`)
  return loaded
}
