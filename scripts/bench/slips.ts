import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { type Manifest, writeManifest } from '../../app/ballot-box/manifest'
import { slipCode, slipHash } from '../../app/ballot-box/slips/slip-code'
import { setSlips } from '../../app/ballot-box/slips/store.server'
import { announceRound, openBox, setRoundState } from '../../app/ballot-box/store.server'
import { buildBallotAssets } from '../web/ballot-assets'
import { castRequests, freshBox, makeRound, roundId, type Stage, writeRequests } from './ballot-stack'
import { postRequest } from './connection'
import { figure, inTurns, type Measured, median } from './figure'
import type { Load, Loaded } from './load'
import { freshFolder, startWorker, type Worker } from './workshop'

/** Ballots per run, by slip and by token alike; the first ones only warm the server up. */
const ballots = 4000
const full = { count: ballots, unmeasured: 800, connections: 50 }
const turns = 3

/** Measures how many ballots by slip a second are sealed and on disk, beside ballots that phones sealed. */
export async function measureSlips(): Promise<Measured> {
  await buildBallotAssets()
  const stage = await makeRound()
  const codes = Array.from({ length: ballots }, () => slipCode(randomBytes(10)))
  const bySlip = await startLoad(codes.map(code => slipRequest(code, stage.manifest)))
  const byToken = await startLoad(await castRequests(stage, ballots))
  const found = await inTurns(turns, {
    slips: async () => loadOnce(bySlip, await boxWithSlips(stage, codes)),
    tokens: () => loadOnce(byToken, freshBox(stage)),
  })
  await Promise.all([bySlip.stop(), byToken.stop()])
  const rateOf = (runs: Loaded[]) => median(runs.map(({ perSecond }) => perSecond))
  const wish = { floor: rateOf(found.tokens), target: { of: 'value', is: '>=', bound: 100 } as const }
  return { figures: [figure('slips.50', rateOf(found.slips), '1/s', wish)], skipped: {} }
}

const startLoad = (requests: Buffer[]) =>
  startWorker({ file: 'scripts/bench/load.ts', args: [writeRequests(requests)] })

/** Writes what a browser without JavaScript sends: the code, every answer and a remark. */
function slipRequest(code: string, { questions }: Manifest): Buffer {
  const answers = questions.map(({ id }) => [`q.${id}`, '4'])
  const form = new URLSearchParams([['code', code], ['step', 'send'], ...answers, ['remark', 'Twee regels tekst.']])
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  return postRequest(`/ballot/${roundId}/slip`, Buffer.from(form.toString()), headers)
}

/** Makes a box file in which the round is open and every slip can still be used. */
async function boxWithSlips({ manifest }: Stage, codes: string[]): Promise<string> {
  const path = join(freshFolder('slips'), 'box.db')
  const box = openBox(path)
  announceRound(box, writeManifest({ ...manifest, units: manifest.units.map(unit => ({ ...unit, roster: ballots })) }))
  const hashes = await Promise.all(codes.map(code => slipHash(roundId, code)))
  setSlips(box, roundId, manifest.units[0]!.id, hashes)
  setRoundState(box, roundId, 'open')
  box.close()
  return path
}

async function loadOnce(load: Worker, path: string): Promise<Loaded> {
  const { ready, stop } = await startWorker({ file: 'app/ballot-box/main.server.ts', args: [path] })
  const loaded = await load.ask<Loaded>({ ...full, port: ready.port as number } satisfies Load)
  await stop()
  if (loaded.statuses[201] !== loaded.sent)
    throw new Error(`not every ballot was taken: ${JSON.stringify(loaded.statuses)}`)
  return loaded
}
