import { spawnSync } from 'node:child_process'
import { type Figure, figure, inTurns, type Measured, median } from './figure'
import type { Summed } from './replay-work'
import { freshFolder, settingsFor, startWorker, type Worker } from './workshop'

/** Bookings of one group: more than a house makes in a hundred years. */
const bookings = 100_000
const checks = 3
const name = 'gates.replay'

/** Measures what 100,000 bookings cost: the balances, the next booking, and the check of all of them in the ledger. */
export async function measureReplay(): Promise<Measured> {
  const files = freshFolder('replay-files')
  const work = { file: 'scripts/bench/replay-work.ts', args: [files, String(bookings)] }
  const till = await startWorker({ ...work, env: settingsFor(freshFolder('replay')) })
  const summing = await measureSumming(till)
  await till.stop()
  return { figures: [...summing, await measureVerifying(files)], skipped: {} }
}

async function measureSumming(till: Worker): Promise<Figure[]> {
  const ask = (deed: 'floor' | 'balances' | 'book') => () => till.ask<Summed>({ deed })
  const contestants = { floor: ask('floor'), balances: ask('balances'), book: ask('book') }
  await inTurns(1, contestants)
  const found = await inTurns(checks, contestants)
  const middle = (of: Summed[]) => median(of.map(({ milliseconds }) => milliseconds))
  const atMost = (bound: number) => ({ floor: middle(found.floor), target: { of: 'ratio', is: '<=', bound } as const })
  return [
    figure(`${name}.balances-100k`, middle(found.balances), 'ms', atMost(1)),
    figure(`${name}.next-booking-100k`, middle(found.book), 'ms', atMost(2)),
  ]
}

async function measureVerifying(files: string): Promise<Figure> {
  const found = await inTurns(checks, {
    floor: async () => secondsOf('scripts/bench/bare-verifier.mjs', files),
    ours: async () => secondsOf('app/ledger/verify.mjs', files),
  })
  const target = { of: 'ratio', is: '<=', bound: 15 } as const
  return figure(`${name}.verify-100k`, median(found.ours), 's', { floor: median(found.floor), target })
}

/** Runs a program as a reader does, the start of Node included. @returns seconds until it ended */
function secondsOf(file: string, folder: string): number {
  const start = performance.now()
  const { status, stdout } = spawnSync(process.execPath, [file, folder], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${file} ended with ${status}: ${stdout}`)
  return (performance.now() - start) / 1000
}
