import { join } from 'node:path'
import { buildBallotAssets } from '../web/ballot-assets'
import { castRequests, freshBox, makeRound, type Stage, writeRequests } from './ballot-stack'
import { type Figure, figure, inTurns, type Measured, median } from './figure'
import type { Load, Loaded } from './load'
import { freshFolder, startWorker, type Worker } from './workshop'

/** Ballots per run; the first ones only warm the server up. */
const ballots = 8000
const unmeasured = 1500
const connections = 50
const turns = 3
const calmTurns = 3

type Runs = Record<'floor' | 'limit' | 'box' | 'forwarded' | 'calm', Loaded[]>

/** Measures how many ballots a second are verified and on disk, beside a bare server that only stores. */
export async function measureBallots(): Promise<Measured> {
  await buildBallotAssets()
  const stage = await makeRound()
  const requests = writeRequests(await castRequests(stage, ballots))
  const load = await startWorker({ file: 'scripts/bench/load.ts', args: [requests] })
  const full = { count: ballots, unmeasured, connections }
  const at = (start: () => Promise<Served>) => () => loadOnce(load, start, full)
  const found = await inTurns(turns, {
    floor: at(() => startBare('single')),
    limit: at(() => startBare('group')),
    box: at(() => startBox(stage)),
    forwarded: at(() => startForwarded(stage)),
  })
  const half = { ...full, perSecond: rateOf(found.box) / 2 }
  const { calm } = await inTurns(calmTurns, { calm: () => loadOnce(load, () => startBox(stage), half) })
  await load.stop()
  return { figures: figuresOf({ ...found, calm }), skipped: {} }
}

const rateOf = (runs: Loaded[]) => median(runs.map(({ perSecond }) => perSecond))

function figuresOf({ floor, limit, box, forwarded, calm }: Runs): Figure[] {
  const beside = (runs: Loaded[], bound: number) => ({
    floor: rateOf(runs),
    target: { of: 'ratio', is: '>=', bound } as const,
  })
  const late = median(calm.map(({ p99 }) => p99))
  return [
    figure('ballots.50', rateOf(box), '1/s', beside(floor, 1.5)),
    figure('ballots.50.limit', rateOf(box), '1/s', beside(limit, 0.5)),
    figure('ballots.50.p99-half-load', late, 'ms', { target: { of: 'value', is: '<', bound: 50 } }),
    figure('ballots.50.forwarded', rateOf(forwarded), '1/s', { floor: rateOf(floor) }),
  ]
}

export type Served = { port: number; stop: () => Promise<unknown> }

/** Starts the ballot box on a fresh file with the round open. */
export async function startBox(stage: Stage): Promise<Served> {
  return served(await startWorker({ file: 'app/ballot-box/main.server.ts', args: [freshBox(stage)] }))
}

/** Starts the ballot box behind the door of the web process, as people reach it. */
export async function startForwarded(stage: Stage): Promise<Served> {
  const box = await startBox(stage)
  const door = served(await startWorker({ file: 'scripts/bench/front-door.ts', args: [String(box.port)] }))
  return { port: door.port, stop: () => door.stop().then(() => box.stop()) }
}

/** Starts the floor on a fresh file. */
async function startBare(mode: 'single' | 'group'): Promise<Served> {
  const path = join(freshFolder('bare'), 'bare.db')
  return served(await startWorker({ file: 'scripts/bench/bare-server.ts', args: [path, mode] }))
}

const served = ({ ready, stop }: Worker): Served => ({ port: ready.port as number, stop })

async function loadOnce(load: Worker, start: () => Promise<Served>, how: Omit<Load, 'port'>): Promise<Loaded> {
  const { port, stop } = await start()
  const loaded = await load.ask<Loaded>({ ...how, port })
  await stop()
  if (loaded.statuses[201] !== loaded.sent)
    throw new Error(`not every ballot was taken: ${JSON.stringify(loaded.statuses)}`)
  return loaded
}
