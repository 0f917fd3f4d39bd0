import type { Person } from '~/people/rules'
import { type TalkAsk, talkAsksOf } from './asks'
import { talksOf } from './overview.server'

/** Returns what one-to-ones ask of this person now. */
export const talkAsks = async (self: Pick<Person, 'id'>, at: Date): Promise<TalkAsk[]> =>
  talkAsksOf(await talksOf(self, at))
