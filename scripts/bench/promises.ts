import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { figure, inTurns, type Measured, median, type Target } from './figure'
import { firstPaint, startPhone } from './phone'
import { type View, view } from './view'
import { isBuilt, notBuilt, startWeb } from './web'
import { freshFolder, runWorker, settingsFor, startWorker } from './workshop'

const [few, many] = [200, 2000]
/** Entries in the ledger before the promises are made. */
const [young, old] = [1000, 100_000]
const views = 30
const warming = 10
const paints = 5
const name = 'promises.register'

/** Milliseconds within which the server should have made the page: what a reader takes for at once, less the line. */
const soon = 150

const atMost = (of: Target['of'], bound: number): Target => ({ of, is: '<=', bound })

type Houses = Record<'small' | 'grown' | 'large', { address: string; stop: () => Promise<unknown> }>

/** Measures the public register of 2,000 promises, and whether it slows down with them or with the ledger. */
export async function measurePromises(): Promise<Measured> {
  if (!isBuilt()) return { figures: [], skipped: { [name]: notBuilt } }
  const houses: Houses = {
    small: await startHouse(few, young),
    grown: await startHouse(few, old),
    large: await startHouse(many, young),
  }
  try {
    return { figures: [...(await measureServer(houses)), ...(await measurePhone(houses.large.address))], skipped: {} }
  } finally {
    await Promise.all(Object.values(houses).map(house => house.stop()))
  }
}

async function startHouse(promises: number, entries: number) {
  const folder = freshFolder('register')
  const args = [String(promises), String(entries)]
  await runWorker({ file: 'scripts/bench/promises-preparation.ts', args, env: settingsFor(folder) })
  const { port, stop } = await startWeb(folder)
  return { address: `http://127.0.0.1:${port}`, stop }
}

async function measureServer({ small, grown, large }: Houses) {
  const contestants = {
    floor: () => view(`${large.address}/app/sign-in`),
    large: () => view(`${large.address}/promises`),
    small: () => view(`${small.address}/promises`),
    grown: () => view(`${grown.address}/promises`),
    searched: () => view(`${large.address}/promises?q=belofte+1999`),
  }
  await inTurns(warming, contestants)
  const found = await inTurns(views, contestants)
  const middle = (of: View[], what: 'milliseconds' | 'bytes' | 'sent') => median(of.map(one => one[what]))
  const time = (of: View[]) => middle(of, 'milliseconds')
  const floor = time(found.floor)
  return [
    figure(`${name}.server-time`, time(found.large), 'ms', { floor, target: atMost('value', soon) }),
    figure(`${name}.search.server-time`, time(found.searched), 'ms', { floor, target: atMost('value', soon) }),
    figure(`${name}.bytes`, middle(found.large, 'bytes'), 'bytes', { floor: middle(found.floor, 'bytes') }),
    figure(`${name}.bytes-sent`, middle(found.large, 'sent'), 'bytes', { floor: middle(found.floor, 'sent') }),
    figure(`${name}.flatness`, time(found.grown), 'ms', { floor: time(found.small), target: atMost('ratio', 1.25) }),
    figure(`${name}.growth`, time(found.large), 'ms', { floor: time(found.small) }),
  ]
}

/** The first visit of each is thrown away: it starts the servers and the browser. */
async function measurePhone(address: string) {
  const path = join(freshFolder('bare'), 'register.html')
  writeFileSync(path, bareFrom((await view(`${address}/promises`)).text))
  const bare = await startWorker({ file: 'scripts/bench/bare-page.ts', args: [path] })
  const phone = await startPhone()
  const contestants = {
    floor: () => firstPaint(phone, `http://127.0.0.1:${bare.ready.port}/`),
    ours: () => firstPaint(phone, `${address}/promises`),
  }
  await inTurns(1, contestants)
  const found = await inTurns(paints, contestants)
  await Promise.all([phone.close(), bare.stop()])
  const floor = median(found.floor)
  return [figure(`${name}.first-paint`, median(found.ours), 'ms', { floor, target: atMost('ratio', 2) })]
}

/** Keeps the words of a page and its plainest marks, and nothing of what it looks like or does. */
function bareFrom(page: string): string {
  const [main = ''] = /<main[\s\S]*<\/main>/.exec(page) ?? []
  const bare = main.replace(/<svg[\s\S]*?<\/svg>/g, '').replace(/<(\w+)[^>]*?(?:( href="[^"]*")[^>]*)?>/g, '<$1$2>')
  return `<!doctype html><html lang=nl><meta charset=utf-8><meta name=viewport content="width=device-width">
<title>Beloften</title><link rel=icon href="data:,">${bare}`
}
