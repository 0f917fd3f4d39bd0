import type { Engine, Tried } from '~/ledger/attacks/rules'
import { type Attack, type Found, together } from './attack'
import { onEachEngine } from './stage/engines'

type Robbed = { during: Tried; after: Tried; carelessly: Tried }

let robbery: Promise<[Engine, Robbed][]> | undefined
/** The robbery and its control look at the same loot. */
const loot = () => {
  robbery ??= onEachEngine<Robbed>('scripts/attack/stage/stolen-round.ts')
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
