import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Engine, Tried } from '~/ledger/attacks/rules'
import { runWorker } from '../bench/workshop'
import { type Attack, type Found, together } from './attack'
import { canBackUp, command, putBack } from './stage/backups'
import { emptyHomes, type Home, homeLike } from './stage/engines'

type Told = { round: string; people: string[]; backups: string[]; whole: string; old: string } & Reading
type Reading = { read: Tried; wholeRead: Tried }
type Robbed = Reading & { engine: Engine; again: Tried[]; wholeAgain: Tried }

/** Reads every backup of one house, and then puts those that were made during the round back. */
async function rob(home: Home): Promise<Robbed> {
  const told = await runWorker<Told>({ file: 'scripts/attack/stage/backed-up-round.ts', env: home.settings })
  const again: Tried[] = []
  for (const backup of told.backups) again.push(await voteAgain(told, await restored(home, { ...told, backup })))
  const { read, wholeRead } = told
  return { engine: home.engine, read, wholeRead, again, wholeAgain: await voteAgain(told, await copied(home, told)) }
}

/** A house from a backup, beside which somebody who kept them put the keys and the box of the round. */
async function restored(home: Home, { round, old, backup }: Told & { backup: string }): Promise<Home> {
  const house = await emptyHouse(home)
  const { DATA_DIR } = house.settings
  await command('restore', [backup], house.settings)
  for (const part of ['ballot-box', join('keys', round)]) {
    rmSync(join(DATA_DIR, part), { recursive: true, force: true })
    cpSync(join(old, part), join(DATA_DIR, part), { recursive: true })
  }
  return house
}

/** The control: a house from a plain copy of everything. */
async function copied(home: Home, { whole }: Told): Promise<Home> {
  const house = await emptyHouse(home)
  await putBack(whole, house.settings)
  return house
}

/** A restore wants a folder that is not even there. */
async function emptyHouse(home: Home): Promise<Home> {
  const house = await homeLike(home, 'restored')
  rmSync(house.settings.DATA_DIR, { recursive: true })
  return house
}

const voteAgain = ({ round, people }: Told, { settings }: Home) =>
  runWorker<Tried>({ file: 'scripts/attack/stage/vote-again.ts', args: [round, ...people], env: settings })

let robbery: Promise<Robbed[]> | undefined
const robbed = () => {
  robbery ??= emptyHomes('backed-up').then(homes =>
    Promise.all(homes.filter(({ settings }) => canBackUp(settings)).map(rob)),
  )
  return robbery
}

export const stolenBackups: Attack = {
  id: 'stolenBackups',
  async run(): Promise<Found> {
    const all = await robbed()
    return { ...together(all.flatMap(({ read, again }) => [read, ...again])), engines: all.map(({ engine }) => engine) }
  },
  controls: {
    wholeCopy: async () => together((await robbed()).map(({ wholeRead }) => wholeRead)),
    wholeCopyBack: async () => together((await robbed()).map(({ wholeAgain }) => wholeAgain)),
  },
}
