import { cpSync } from 'node:fs'
import { figure, inTurns, type Measured, median } from './figure'
import { freshFolder, runWorker, settingsFor } from './workshop'

const many = 10_000
const few = 1000

type Closed = { seconds: number; megabytes: number }

/** Measures closing and publishing a round of 40 units, at 10,000 ballots and at 1,000. */
export async function measureClosing(): Promise<Measured> {
  const closeMany = await readyToClose(many)
  const closeFew = await readyToClose(few)
  const found = await inTurns(1, { before: closeFew, many: closeMany, after: closeFew })
  const seconds = (of: Closed[]) => median(of.map(one => one.seconds))
  const perBallot = {
    few: (seconds([...found.before, ...found.after]) / few) * 1000,
    many: (seconds(found.many) / many) * 1000,
  }
  const megabytes = Math.max(...found.many.map(one => one.megabytes))
  return {
    figures: [
      figure('close.10000', seconds(found.many), 's', { target: { of: 'value', is: '<', bound: 60 } }),
      figure('close.10000.memory', megabytes, 'MB', { target: { of: 'value', is: '<', bound: 512 } }),
      figure('close.flatness', perBallot.many, 'ms per ballot', {
        floor: perBallot.few,
        target: { of: 'ratio', is: '<=', bound: 1.3 },
      }),
    ],
    skipped: {},
  }
}

/** Prepares a data folder with a round that is full; returns what closes a copy of it in a process of its own. */
async function readyToClose(ballots: number): Promise<() => Promise<Closed>> {
  const folder = freshFolder('full')
  const { roundId } = await runWorker<{ roundId: string }>({
    file: 'scripts/bench/closing-preparation.ts',
    args: [String(ballots)],
    env: settingsFor(folder),
  })
  return async () => {
    const copy = freshFolder('closing')
    cpSync(folder, copy, { recursive: true })
    return runWorker<Closed>({ file: 'scripts/bench/closing-work.ts', args: [roundId], env: settingsFor(copy) })
  }
}
