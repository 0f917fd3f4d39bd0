import { dayIn } from '~/calendar'
import { config } from '~/config.server'
import { gathered } from '~/people/own/holdings'
import { holdingsFrom, sources } from '~/people/own/holdings.server'
import type { Everything } from './shown'
import { talkSources } from './talks.server'
import { sealedOf } from './things.server'

/** Every column that names a person, with what reads it. */
export const allSources = { ...sources, ...talkSources }

/** Reads everything that this installation holds of somebody. */
export async function everythingOf(personId: string, at: Date): Promise<Everything> {
  return {
    ...{ personId, madeOn: dayIn(config.timeZone, at) },
    holdings: gathered(await holdingsFrom(allSources, personId)),
    ...(await sealedOf(personId, at)),
  }
}
