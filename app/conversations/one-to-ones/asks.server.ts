import type { Person } from '~/people/rules'
import { recordsExpiringFor } from '../retention/kept.server'
import { expiringAsksOf, type TalkAsk, talkAsksOf } from './asks'
import { talksOf } from './overview.server'

/** Returns what one-to-ones ask of this person now, and which record of theirs goes soon. */
export async function talkAsks(self: Pick<Person, 'id'>, at: Date): Promise<TalkAsk[]> {
  const talks = await talksOf(self, at)
  return [...talkAsksOf(talks), ...expiringAsksOf(talks, await recordsExpiringFor(self.id, at))]
}
