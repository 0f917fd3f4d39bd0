import { figure, inTurns, type Measured, median, type Target } from './figure'
import { type View, view } from './view'
import { isBuilt, notBuilt, startWeb } from './web'
import { freshFolder, runWorker, settingsFor } from './workshop'

/** Reporting units of the organisation, and checks it has behind it. */
const [units, checks] = [50, 12]
const views = 30
const warming = 10
const name = 'conversations.preparation'

/** Milliseconds within which the server should have made the page: what a reader takes for at once, less the line. */
const soon = 150
/** Bytes on the line that a sheet may cost somebody on a phone. */
const light = 100_000

const atMost = (bound: number): Target => ({ of: 'value', is: '<=', bound })

/** Measures the sheet for a talk with a team that has a year of checks, talks and promises behind it. */
export async function measureSheet(): Promise<Measured> {
  if (!isBuilt()) return { figures: [], skipped: { [name]: notBuilt } }
  const folder = freshFolder('sheet')
  const work = (file: string, args: string[]) => ({ file: `scripts/bench/${file}`, args, env: settingsFor(folder) })
  await runWorker(work('readiness-preparation.ts', [String(units), String(checks)]))
  const { cookie } = await runWorker<{ cookie: string }>(work('sheet-preparation.ts', []))
  const { port, stop } = await startWeb(folder)
  const ask = (path: string) => () => view(`http://127.0.0.1:${port}${path}`, cookie)
  const contestants = { floor: ask('/app/account'), sheet: ask('/app/team-talks/prepare') }
  try {
    await inTurns(warming, contestants)
    return { figures: figuresOf(await inTurns(views, contestants)), skipped: {} }
  } finally {
    await stop()
  }
}

function figuresOf({ floor, sheet }: Record<'floor' | 'sheet', View[]>) {
  const middle = (of: View[], what: 'milliseconds' | 'bytes' | 'sent') => median(of.map(one => one[what]))
  const over = (what: 'milliseconds' | 'bytes' | 'sent') => ({ floor: middle(floor, what) })
  return [
    figure(`${name}.server-time`, middle(sheet, 'milliseconds'), 'ms', {
      ...over('milliseconds'),
      target: atMost(soon),
    }),
    figure(`${name}.bytes`, middle(sheet, 'bytes'), 'bytes', over('bytes')),
    figure(`${name}.bytes-sent`, middle(sheet, 'sent'), 'bytes', { ...over('sent'), target: atMost(light) }),
  ]
}
