import { figure, inTurns, type Measured, median, type Target } from './figure'
import { type View, view } from './view'
import { isBuilt, notBuilt, startWeb } from './web'
import { freshFolder, runWorker, settingsFor } from './workshop'

/** One-to-ones in the organisation, and of one lead of it. */
const [all, busiest] = [5000, 1000]
/** One-to-ones in an organisation a tenth as large. */
const fewer = 500
const views = 30
const warming = 10
const name = 'conversations.list-5000'

/** Milliseconds within which the server should have made the page: what a reader takes for at once, less the line. */
const soon = 150
/** Bytes on the line that a list may cost somebody on a phone. */
const light = 100_000

const atMost = (of: Target['of'], bound: number): Target => ({ of, is: '<=', bound })

/** Measures the list of one-to-ones of a lead in a large organisation, and whether the talks of others make it slower. */
export async function measureTalks(): Promise<Measured> {
  if (!isBuilt()) return { figures: [], skipped: { [name]: notBuilt } }
  return { figures: await measureLists(), skipped: {} }
}

type Prepared = { folder: string; busy: string; calm: string; heldOn: string }

/** Prepares an organisation with so many talks, of which so many are of one lead; each has a record of half a year old. */
export async function prepareTalks(talks: number, ofBusiest: number): Promise<Prepared> {
  const folder = freshFolder('conversations')
  const args = [String(talks), String(ofBusiest)]
  const start = { file: 'scripts/bench/conversations-preparation.ts', args, env: settingsFor(folder) }
  return { ...(await runWorker<Omit<Prepared, 'folder'>>(start)), folder }
}

async function measureLists() {
  const [large, small] = [await prepareTalks(all, busiest), await prepareTalks(fewer, fewer / 5)]
  const [here, there] = [await startWeb(large.folder), await startWeb(small.folder)]
  const ask = (port: number, cookie: string, path: string) => () => view(`http://127.0.0.1:${port}${path}`, cookie)
  const contestants = {
    floor: ask(here.port, large.busy, '/app/account'),
    busy: ask(here.port, large.busy, '/app/one-to-ones'),
    calm: ask(here.port, large.calm, '/app/one-to-ones'),
    small: ask(there.port, small.calm, '/app/one-to-ones'),
  }
  try {
    await inTurns(warming, contestants)
    return figuresOf(await inTurns(views, contestants))
  } finally {
    await Promise.all([here.stop(), there.stop()])
  }
}

/** What one lead waits for must not grow with the talks of others. */
function figuresOf({ floor, busy, calm, small }: Record<'floor' | 'busy' | 'calm' | 'small', View[]>) {
  const time = (of: View[]) => median(of.map(one => one.milliseconds))
  const bytes = (of: View[]) => median(of.map(one => one.bytes))
  const sent = (of: View[]) => median(of.map(one => one.sent))
  const inTime = { floor: time(floor), target: atMost('value', soon) }
  return [
    figure(`${name}.server-time`, time(busy), 'ms', inTime),
    figure(`${name}.growth`, time(calm), 'ms', { floor: time(small), target: atMost('ratio', 1.3) }),
    figure(`${name}.bytes`, bytes(busy), 'bytes', { floor: bytes(floor) }),
    figure(`${name}.bytes-sent`, sent(busy), 'bytes', { floor: sent(floor), target: atMost('value', light) }),
  ]
}
