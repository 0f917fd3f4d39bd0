import { cpSync } from 'node:fs'
import { figure, inTurns, type Measured, median, type Target } from './figure'
import { type View, view } from './view'
import { isBuilt, notBuilt, startWeb } from './web'
import { freshFolder, runWorker, settingsFor } from './workshop'

/** One-to-ones in the organisation, and of one lead of it. */
const [all, busiest] = [5000, 1000]
/** One-to-ones in an organisation a tenth as large. */
const fewer = 500
/** Records whose time is over on one day: more than any house has. */
const records = 100_000
const views = 30
const warming = 10
const list = 'conversations.list-5000'
const retention = 'conversations.retention-100k'

/** Milliseconds within which the server should have made the page: what a reader takes for at once, less the line. */
const soon = 150
/** Milliseconds that somebody who saves may have to wait for others. */
const unnoticed = 250

const atMost = (of: Target['of'], bound: number): Target => ({ of, is: '<=', bound })

type Prepared = { folder: string; busy: string; calm: string; heldOn: string }

/** Measures the list of one-to-ones in a large organisation, and the day on which very many records go at once. */
export async function measureConversations(): Promise<Measured> {
  const lists = isBuilt() ? await measureLists() : []
  return { figures: [...lists, ...(await measureRetention())], skipped: isBuilt() ? {} : { [list]: notBuilt } }
}

async function prepare(talks: number, ofBusiest: number): Promise<Prepared> {
  const folder = freshFolder('conversations')
  const args = [String(talks), String(ofBusiest)]
  const start = { file: 'scripts/bench/conversations-preparation.ts', args, env: settingsFor(folder) }
  return { ...(await runWorker<Omit<Prepared, 'folder'>>(start)), folder }
}

async function measureLists() {
  const [large, small] = [await prepare(all, busiest), await prepare(fewer, 100)]
  const houses = [await startWeb(large.folder), await startWeb(small.folder)] as const
  const ask = (house: 0 | 1, path: string, cookie: string) => () =>
    view(`http://127.0.0.1:${houses[house].port}${path}`, cookie)
  const contestants = {
    floor: ask(0, '/app/account', large.busy),
    busy: ask(0, '/app/one-to-ones', large.busy),
    calm: ask(0, '/app/one-to-ones', large.calm),
    small: ask(1, '/app/one-to-ones', small.calm),
  }
  try {
    await inTurns(warming, contestants)
    const found = await inTurns(views, contestants)
    const middle = (of: View[], what: 'milliseconds' | 'bytes' | 'sent') => median(of.map(one => one[what]))
    const time = (of: View[]) => middle(of, 'milliseconds')
    const floor = middle(found.floor, 'sent')
    return [
      figure(`${list}.server-time`, time(found.busy), 'ms', {
        floor: time(found.floor),
        target: atMost('value', soon),
      }),
      figure(`${list}.growth`, time(found.calm), 'ms', { floor: time(found.small), target: atMost('ratio', 1.3) }),
      figure(`${list}.bytes`, middle(found.busy, 'bytes'), 'bytes', { floor: middle(found.floor, 'bytes') }),
      figure(`${list}.bytes-sent`, middle(found.busy, 'sent'), 'bytes', { floor, target: atMost('value', 100_000) }),
    ]
  } finally {
    await Promise.all(houses.map(house => house.stop()))
  }
}

type Worked = { milliseconds: number; longestWait: number; cleaning: number }

/** Each turn works on a copy of the same house: what is destroyed is destroyed. */
async function measureRetention() {
  const { folder, heldOn } = await prepare(records, busiest)
  const work = (how: 'job' | 'plain', day: string) => async () => {
    const copy = freshFolder('retention')
    cpSync(folder, copy, { recursive: true })
    return runWorker<Worked>({ file: 'scripts/bench/conversations-work.ts', args: [how, day], env: settingsFor(copy) })
  }
  const today = new Date().toISOString().slice(0, 10)
  const found = await inTurns(2, { floor: work('plain', today), job: work('job', today), quiet: work('job', heldOn) })
  const middle = (of: Worked[], what: keyof Worked) => median(of.map(one => one[what]))
  const floor = middle(found.floor, 'milliseconds')
  const wait = { target: atMost('value', unnoticed) }
  return [
    figure(`${retention}.time`, middle(found.job, 'milliseconds'), 'ms', { floor, target: atMost('ratio', 6) }),
    figure(`${retention}.longest-wait`, middle(found.job, 'longestWait'), 'ms', { ...wait, floor }),
    figure(`${retention}.cleaning`, middle(found.job, 'cleaning'), 'ms', { floor }),
    figure(`${retention}.quiet-day`, middle(found.quiet, 'milliseconds'), 'ms', { floor, target: atMost('ratio', 1) }),
  ]
}
