import type { Engine, Tried } from '~/ledger/attacks/rules'
import { freshFolder, runWorker, settingsFor } from '../bench/workshop'
import { startPostgres } from '../checks/postgres-cluster.mjs'
import { type Attack, type Found, together } from './attack'

type Robbed = { during: Tried; after: Tried; carelessly: Tried }

const file = 'scripts/attack/stage/stolen-round.ts'
const settings = () => ({ ...settingsFor(freshFolder('stolen')), LOG_LEVEL: 'info' })

/** Robs the product on each database that this machine has. */
async function robEverywhere(): Promise<[Engine, Robbed][]> {
  const found: [Engine, Robbed][] = [['sqlite', await runWorker<Robbed>({ file, env: settings() })]]
  const server = await startPostgres()
  if (!server) return found
  try {
    const env = { ...settings(), DATABASE_URL: `${server.address}/postgres` }
    found.push(['postgres', await runWorker<Robbed>({ file, env })])
  } finally {
    await server.stop()
  }
  return found
}

let robbery: Promise<[Engine, Robbed][]> | undefined
/** The robbery and its control look at the same loot. */
const loot = () => {
  robbery ??= robEverywhere()
  return robbery
}

export const stolenFiles: Attack = {
  id: 'stolenFiles',
  async run(): Promise<Found> {
    const all = await loot()
    const sum = together(all.flatMap(([, { during, after }]) => [during, after]))
    return { ...sum, engines: all.map(([engine]) => engine) }
  },
  controls: { careless: async () => together((await loot()).map(([, { carelessly }]) => carelessly)) },
}
