import { figure, inTurns, type Measured, median, type Target } from './figure'
import { type View, view } from './view'
import { isBuilt, notBuilt, startWeb } from './web'
import { freshFolder, runWorker, settingsFor } from './workshop'

/** Ballots in the round, in 40 units: what is read does not grow with them. */
const ballots = 1000
const views = 30
const warming = 10
const name = 'results.40x5'

/** Milliseconds within which the server should have made the page: what a reader takes for at once, less the line. */
const soon = 150

/** Measures making the results page of 40 units and 5 questions, beside the server's plainest signed-in page. */
export async function measureResults(): Promise<Measured> {
  if (!isBuilt()) return { figures: [], skipped: { [name]: notBuilt } }
  const { folder, roundId, cookie } = await publishedRound()
  const { port, stop } = await startWeb(folder)
  const ask = (path: string) => () => view(`http://127.0.0.1:${port}${path}`, cookie)
  const contestants = { floor: ask('/app/account'), page: ask(`/app/results/${roundId}`) }
  try {
    await inTurns(warming, contestants)
    const found = await inTurns(views, contestants)
    const middle = (of: View[], what: Measure) => median(of.map(one => one[what]))
    const figureOf = (what: Measure, unit: string, target?: Target) => {
      const floor = middle(found.floor, what)
      return figure(`${name}.${names[what]}`, middle(found.page, what), unit, { floor, target })
    }
    const times = figureOf('milliseconds', 'ms', { of: 'value', is: '<=', bound: soon })
    return { figures: [times, figureOf('bytes', 'bytes'), figureOf('sent', 'bytes')], skipped: {} }
  } finally {
    await stop()
  }
}

type Measure = 'milliseconds' | 'bytes' | 'sent'

const names: Record<Measure, string> = { milliseconds: 'server-time', bytes: 'bytes', sent: 'bytes-sent' }

type Published = { folder: string; roundId: string; cookie: string }

async function publishedRound(): Promise<Published> {
  const folder = freshFolder('published')
  const work = (file: string, arg: string) => ({ file: `scripts/bench/${file}`, args: [arg], env: settingsFor(folder) })
  const { roundId } = await runWorker<Published>(work('closing-preparation.ts', String(ballots)))
  await runWorker(work('closing-work.ts', roundId))
  const { cookie } = await runWorker<Published>(work('reader.ts', ''))
  return { folder, roundId, cookie }
}
