import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { figure, inTurns, type Measured, median, type Target } from './figure'
import { chartVisits, firstPaint, startPhone } from './phone'
import { type View, view } from './view'
import { isBuilt, notBuilt, startWeb } from './web'
import { freshFolder, runWorker, settingsFor, startWorker } from './workshop'

/** Reporting units of the organisation, and checks it has behind it. */
const [few, many] = [50, 200]
const [young, old] = [3, 12]
const views = 30
const warming = 10
const paints = 5
const name = 'readiness.results'

/** Milliseconds within which the server should have made the page: what a reader takes for at once, less the line. */
const soon = 150
/** Bytes on the line that a result may cost somebody on a phone. */
const light = 100_000

const atMost = (of: Target['of'], bound: number): Target => ({ of, is: '<=', bound })

type House = { address: string; page: string; cookie: string; stop: () => Promise<unknown> }
type Houses = Record<'large' | 'recent' | 'small', House>

/** Measures the result of a check of 200 units after a year of checks: how it grows with both, and how it comes to a phone. */
export async function measureReadiness(): Promise<Measured> {
  if (!isBuilt()) return { figures: [], skipped: { [name]: notBuilt } }
  const houses: Houses = {
    large: await startHouse(many, old),
    recent: await startHouse(many, young),
    small: await startHouse(few, old),
  }
  try {
    return { figures: [...(await measureServer(houses)), ...(await measurePhone(houses.large))], skipped: {} }
  } finally {
    await Promise.all(Object.values(houses).map(house => house.stop()))
  }
}

async function startHouse(units: number, rounds: number): Promise<House> {
  const folder = freshFolder('readiness')
  const work = (file: string, args: string[]) => ({ file: `scripts/bench/${file}`, args, env: settingsFor(folder) })
  const prepared = work('readiness-preparation.ts', [String(units), String(rounds)])
  const { roundId } = await runWorker<{ roundId: string }>(prepared)
  const { cookie } = await runWorker<{ cookie: string }>(work('reader.ts', []))
  const { port, stop } = await startWeb(folder)
  return { address: `http://127.0.0.1:${port}`, page: `/app/results/${roundId}`, cookie, stop }
}

async function measureServer({ large, recent, small }: Houses) {
  const ask = ({ address, page, cookie }: House, path = page) => view(`${address}${path}`, cookie)
  const contestants = {
    floor: () => ask(large, '/app/account'),
    large: () => ask(large),
    recent: () => ask(recent),
    small: () => ask(small),
    map: () => ask(large, `${large.page}?groups=barriers`),
    groups: () => ask(large, `${large.page}?groups=distrust`),
  }
  await inTurns(warming, contestants)
  const found = await inTurns(views, contestants)
  return [...timesOf(found), ...bytesOf(found)]
}

type Found = Record<'floor' | 'large' | 'recent' | 'small' | 'map' | 'groups', View[]>
const middle = (of: View[], what: 'milliseconds' | 'bytes' | 'sent') => median(of.map(one => one[what]))

function timesOf(found: Found) {
  const time = (of: View[]) => middle(of, 'milliseconds')
  const [floor, ours] = [time(found.floor), time(found.large)]
  const inProportion = (many / few) * time(found.small)
  return [
    figure(`${name}.server-time`, ours, 'ms', { floor, target: atMost('value', soon) }),
    figure(`${name}.growth-rounds`, ours, 'ms', { floor: time(found.recent), target: atMost('ratio', 1.3) }),
    figure(`${name}.growth-units`, ours, 'ms', { floor: inProportion, target: atMost('ratio', 1.3) }),
  ]
}

function bytesOf(found: Found) {
  const wish = { floor: middle(found.floor, 'sent'), target: atMost('value', light) }
  const sent = (part: string, of: View[]) => figure(`${name}${part}.bytes-sent`, middle(of, 'sent'), 'bytes', wish)
  return [
    figure(`${name}.bytes`, middle(found.large, 'bytes'), 'bytes', { floor: middle(found.floor, 'bytes') }),
    sent('', found.large),
    sent('.map', found.map),
    sent('.groups', found.groups),
  ]
}

/** The first visit of each is thrown away: it starts the servers and the browser. */
async function measurePhone({ address, page, cookie }: House) {
  const path = join(freshFolder('bare'), 'result.html')
  writeFileSync(path, bareFrom((await view(`${address}${page}`, cookie)).text))
  const bare = await startWorker({ file: 'scripts/bench/bare-page.ts', args: [path] })
  const phone = await startPhone()
  const contestants = {
    floor: () => firstPaint(phone, `http://127.0.0.1:${bare.ready.port}/`),
    ours: () => firstPaint(phone, `${address}${page}`, cookie),
  }
  await inTurns(1, contestants)
  const found = await inTurns(paints, contestants)
  const charts = await chartVisits(phone, `${address}/app/results/trend/distrust`, cookie)
  await Promise.all([phone.close(), bare.stop()])
  const floor = median(found.floor)
  return [
    figure(`${name}.first-paint`, median(found.ours), 'ms', { floor, target: atMost('ratio', 2) }),
    figure('readiness.trend.chart-code-unseen', charts.unseen, 'files', { target: atMost('value', 0) }),
    figure('readiness.trend.chart-code-seen', charts.seen, 'files', { target: { of: 'value', is: '>=', bound: 1 } }),
  ]
}

/** Keeps the words of a page and its plainest marks, and nothing of what it looks like or does. */
function bareFrom(page: string): string {
  const [main = ''] = /<main[\s\S]*<\/main>/.exec(page) ?? []
  const bare = main.replace(/<svg[\s\S]*?<\/svg>/g, '').replace(/<(\w+)[^>]*?(?:( href="[^"]*")[^>]*)?>/g, '<$1$2>')
  return `<!doctype html><html lang=nl><meta charset=utf-8><meta name=viewport content="width=device-width">
<title>Uitslag</title><link rel=icon href="data:,">${bare}`
}
