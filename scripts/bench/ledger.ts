import { spawnSync } from 'node:child_process'
import { type Figure, figure, inTurns, type Measured, median } from './figure'
import type { Verified } from './ledger-verification'
import type { Asked, Rate } from './ledger-work'
import { freshFolder, settingsFor, startWorker, type Worker } from './workshop'

/** Entries in a young ledger, in the one of the target, and in one of many years. */
const [few, some, many] = [1000, 20_000, 100_000]
const appendsPerTurn = 300
const turns = 5
const checks = 3

/** Measures entering in the ledger and verifying it, and whether either slows down as it grows. */
export async function measureLedger(): Promise<Measured> {
  const folders = { few: freshFolder('few'), some: freshFolder('some'), many: freshFolder('many') }
  const young = await prepared([[few, folders.few]])
  const old = await prepared([
    [some, folders.some],
    [many, folders.many],
  ])
  const appending = await measureAppending(young, old)
  return { figures: [...appending, ...(await measureVerifying(folders))], skipped: {} }
}

/** Grows a ledger, with its files written out at each size. @returns the data folder it is in */
async function prepared(stages: readonly (readonly [size: number, folder: string])[]): Promise<string> {
  const dataDir = freshFolder('ledger')
  const worker = await startLedger(dataDir)
  for (const [growTo, exportTo] of stages) {
    await worker.ask({ growTo } satisfies Asked)
    await worker.ask({ exportTo } satisfies Asked)
  }
  await worker.stop()
  return dataDir
}

const startLedger = (dataDir: string) =>
  startWorker({ file: 'scripts/bench/ledger-work.ts', env: settingsFor(dataDir) })

/** Both ledgers meet a process that has just begun: one that filled a ledger would be quicker for having practised. */
async function measureAppending(youngIn: string, oldIn: string): Promise<Figure[]> {
  const [young, old] = [await startLedger(youngIn), await startLedger(oldIn)]
  const turn = (of: Worker, deed: 'append' | 'floor') => () =>
    of.ask<Rate>({ deed, times: appendsPerTurn } satisfies Asked)
  const contestants = { floor: turn(old, 'floor'), young: turn(young, 'append'), old: turn(old, 'append') }
  await inTurns(1, contestants)
  const found = await inTurns(turns, contestants)
  await Promise.all([young.stop(), old.stop()])
  const rate = (of: Rate[], what: keyof Rate) => median(of.map(one => one[what]))
  const beside = (what: keyof Rate) => ({ floor: rate(found.floor, what) })
  return [
    figure('ledger.append', rate(found.young, 'perCoreSecond'), '1/s of a core', {
      ...beside('perCoreSecond'),
      target: { of: 'value', is: '>=', bound: 500 },
    }),
    figure('ledger.append.one-by-one', rate(found.young, 'perSecond'), '1/s', beside('perSecond')),
    figure('ledger.append.flatness', rate(found.old, 'perCoreSecond'), '1/s of a core', {
      floor: rate(found.young, 'perCoreSecond'),
      target: { of: 'ratio', is: '>=', bound: 0.8 },
    }),
  ]
}

async function measureVerifying(folders: Record<'few' | 'some' | 'many', string>): Promise<Figure[]> {
  const whole = await inTurns(checks, {
    floor: async () => secondsOf('scripts/bench/bare-verifier.mjs', folders.some),
    ours: async () => secondsOf('app/ledger/verify.mjs', folders.some),
  })
  const verifier = await startWorker({ file: 'scripts/bench/ledger-verification.ts' })
  const perEntry = async (folder: string) => {
    const { milliseconds, entries } = await verifier.ask<Verified>(folder)
    return (milliseconds / entries) * 1000
  }
  const contestants = { few: () => perEntry(folders.few), many: () => perEntry(folders.many) }
  await inTurns(1, contestants)
  const found = await inTurns(checks, contestants)
  await verifier.stop()
  return [
    figure('ledger.verify', median(whole.ours), 's', {
      floor: median(whole.floor),
      target: { of: 'value', is: '<', bound: 2 },
    }),
    figure('ledger.verify.flatness', median(found.many), 'µs per entry', {
      floor: median(found.few),
      target: { of: 'ratio', is: '<=', bound: 1.3 },
    }),
  ]
}

/** Runs a program as a reader does, the start of Node included. @returns seconds until it ended */
function secondsOf(file: string, folder: string): number {
  const start = performance.now()
  const { status, stdout } = spawnSync(process.execPath, [file, folder], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${file} ended with ${status}: ${stdout}`)
  return (performance.now() - start) / 1000
}
