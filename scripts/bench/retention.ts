import { cpSync } from 'node:fs'
import { prepareTalks } from './conversations'
import { figure, inTurns, type Measured, median, type Target } from './figure'
import { freshFolder, runWorker, settingsFor } from './workshop'

/** Records whose time is over on one day: more than any house has. */
const records = 100_000
/** Of these, those of one lead. */
const ofBusiest = 1000
const name = 'conversations.retention-100k'

/** Of the time for which the plain deletion keeps everybody waiting, the part that anybody may wait meanwhile. */
const unnoticed = 0.1

const atMost = (of: Target['of'], bound: number): Target => ({ of, is: '<=', bound })

type Worked = { milliseconds: number; longestWait: number; cleaning: number }

/** Measures the day on which very many records go at once, beside the plain deletion of the same rows; and a day on which none goes. */
export async function measureRetention(): Promise<Measured> {
  const { folder, heldOn } = await prepareTalks(records, ofBusiest)
  const today = new Date().toISOString().slice(0, 10)
  const work = (how: 'job' | 'plain', day: string) => () => workOn(folder, [how, day])
  const found = await inTurns(2, { floor: work('plain', today), job: work('job', today), quiet: work('job', heldOn) })
  const middle = (of: Worked[], what: keyof Worked) => median(of.map(one => one[what]))
  const floor = middle(found.floor, 'milliseconds')
  const figures = [
    figure(`${name}.time`, middle(found.job, 'milliseconds'), 'ms', { floor, target: atMost('ratio', 6) }),
    figure(`${name}.longest-wait`, middle(found.job, 'longestWait'), 'ms', {
      floor,
      target: atMost('ratio', unnoticed),
    }),
    figure(`${name}.cleaning`, middle(found.job, 'cleaning'), 'ms', { floor }),
    figure(`${name}.quiet-day`, middle(found.quiet, 'milliseconds'), 'ms', { floor, target: atMost('ratio', 1) }),
  ]
  return { figures, skipped: {} }
}

/** Each turn works on a copy of the same house: what is destroyed is destroyed. */
function workOn(folder: string, args: string[]): Promise<Worked> {
  const copy = freshFolder('retention')
  cpSync(folder, copy, { recursive: true })
  return runWorker<Worked>({ file: 'scripts/bench/conversations-work.ts', args, env: settingsFor(copy) })
}
