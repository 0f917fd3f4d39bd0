import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { type Box, countPerUnit, openBox } from '~/ballot-box/store.server'
import type { Engine, Tried } from '~/ledger/attacks/rules'
import { isBuilt, notBuilt, startWeb } from '../bench/web'
import { runWorker } from '../bench/workshop'
import { type Attack, together } from './attack'
import { addresses, differences, lookAround, mustHaveSeen, mustOpen, type Watched } from './attackers/looking-around'
import { emptyHomes, type Home } from './stage/engines'

type Prepared = Watched & { cookie: string; bodies: string[] }

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

type Found = { engine: Engine; ours: Tried; debugDoor: Tried }

/** Looks everywhere before and after everybody answers: does anything at all change? */
async function watch({ engine, settings }: Home): Promise<Found> {
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
async function watchEverywhere(): Promise<Found[]> {
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
