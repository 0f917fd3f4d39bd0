import { readdirSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { type Box, countPerUnit, openBox } from '~/ballot-box/store.server'
import type { Engine, Tried } from '~/ledger/attacks/rules'
import { isBuilt, notBuilt, startWeb } from '../bench/web'
import { runWorker } from '../bench/workshop'
import { type Attack, together } from './attack'
import { emptyHomes, type Home } from './stage/engines'

type Prepared = { round: string; personId: string; cookie: string; bodies: string[] }
type Seen = Map<string, string>

/** Every address of the app, from the names of its doors. */
function addresses({ round, personId }: Prepared): string[] {
  const values: Record<string, string> = { $roundId: round, $round: round, $personId: personId }
  const asPart = (part: string) => part.replace(/_$/, '').replace(/^\$\w*/, name => values[name] ?? 'P-1')
  const kept = (name: string) => name.replace(/\.tsx?$/, '').replaceAll(/\[\.(.*?)\]/g, '\0$1')
  return readdirSync('app/routes').map(name => {
    const parts = kept(name).split('.')
    const path = parts.filter(part => part !== '_index').map(asPart)
    return `/${path.join('/').replaceAll('\0', '.')}`
  })
}

/** Pages that an administrator with every role must really see; a door that turns them away shows nothing to compare. */
const mustOpen = ({ round }: Prepared) => [
  '/app/home',
  '/app/people',
  '/app/rounds',
  `/app/rounds/${round}`,
  '/app/checks',
]

/** What is other in every answer whatever happens: the nonce of its scripts, and the number by which a fault is found. */
const ofEachAnswer = /nonce="[^"]*"|data-reference="[^"]*"|\\?"nonce\\?",\\?"[^"]*"/g

/** Looks at every page and every file as this person, and keeps what each says. */
async function lookAround(origin: string, paths: readonly string[], cookie: string): Promise<Seen> {
  const seen: Seen = new Map()
  for (const path of paths) {
    const answer = await fetch(`${origin}${path}`, { redirect: 'manual', headers: { cookie } })
    const text = (await answer.text()).replaceAll(ofEachAnswer, '')
    seen.set(path, `${answer.status} ${text}`)
  }
  return seen
}

function mustHaveSeen(seen: Seen, paths: readonly string[]) {
  const missed = paths.filter(path => !seen.get(path)?.startsWith('200 '))
  if (missed.length > 0) throw new Error(`an administrator could not open ${missed.join(', ')}`)
}

const differences = (before: Seen, after: Seen) => [...before].filter(([path, text]) => after.get(path) !== text)

async function castAll(origin: string, { round, bodies }: Prepared) {
  for (const body of bodies) {
    const headers = { 'content-type': 'application/json' }
    const answer = await fetch(`${origin}/ballot/${round}/ballot`, { method: 'POST', headers, body })
    if (answer.status !== 201) throw new Error(`a ballot was answered with ${answer.status}`)
  }
}

/** The control: the same site with a line of debugging below each page, which counts the ballots. */
async function withDebugLine(origin: string, box: Box, round: string) {
  const server = createServer(async ({ url = '/', headers: { cookie = '' } }, response) => {
    const answer = await fetch(`${origin}${url}`, { redirect: 'manual', headers: { cookie } })
    response.writeHead(answer.status)
    response.end(`${await answer.text()}${JSON.stringify([...countPerUnit(box, round)])}`)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { origin: `http://127.0.0.1:${port}`, stop: () => void server.close() }
}

type Watched = { engine: Engine; ours: Tried; debugDoor: Tried }

/** Looks everywhere before and after everybody answers: does anything at all change? */
async function watch({ engine, settings }: Home): Promise<Watched> {
  const { DATA_DIR, DATABASE_URL } = settings
  const file = 'scripts/attack/stage/watched-round.ts'
  const prepared = await runWorker<Prepared>({ file, env: settings })
  const { port, stop, dataDir } = await startWeb(DATA_DIR, { ...(DATABASE_URL && { DATABASE_URL }) })
  const origin = `http://127.0.0.1:${port}`
  const box = openBox(join(dataDir, 'ballot-box', 'box.db'))
  const debugging = await withDebugLine(origin, box, prepared.round)
  try {
    const [paths, named] = [addresses(prepared), mustOpen(prepared)]
    const look = async () => {
      const seen = await lookAround(origin, paths, prepared.cookie)
      mustHaveSeen(seen, named)
      return [seen, await lookAround(debugging.origin, named, prepared.cookie)] as const
    }
    const [before, debugBefore] = await look()
    await castAll(origin, prepared)
    const [after, debugAfter] = await look()
    return {
      engine,
      ours: { tried: before.size, broken: differences(before, after).length },
      debugDoor: { tried: debugBefore.size, broken: differences(debugBefore, debugAfter).length },
    }
  } finally {
    debugging.stop()
    box.close()
    await stop()
  }
}

/** Builds the pages of each database first, one by one, and then looks at both. */
async function watchEverywhere(): Promise<Watched[]> {
  const homes = await emptyHomes('watched')
  if (!homes.every(({ settings }) => isBuilt(settings.DATABASE_URL))) throw new Error(notBuilt)
  return Promise.all(homes.map(watch))
}

let watching: ReturnType<typeof watchEverywhere> | undefined
const watched = () => {
  watching ??= watchEverywhere()
  return watching
}

export const curiousAdministrator: Attack = {
  id: 'curiousAdministrator',
  async run() {
    const all = await watched()
    return { ...together(all.map(({ ours }) => ours)), engines: all.map(({ engine }) => engine) }
  },
  controls: { debugDoor: async () => together((await watched()).map(({ debugDoor }) => debugDoor)) },
}
