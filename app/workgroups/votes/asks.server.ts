import { and, asc, eq, isNotNull } from 'drizzle-orm'
import { db, groupVotes, proposals } from '#db'
import { dayIn } from '~/calendar'
import { config } from '~/config.server'
import { clockIn } from '~/conversations/clock'
import type { Person } from '~/people/rules'
import { sitsIn } from '../members.server'
import type { VoteAsk } from './asks'

/** Returns what votes ask of this person: the first to close that they have not voted on, and how many others. */
export async function voteAsks({ id: personId }: Pick<Person, 'id'>, at: Date): Promise<VoteAsk[]> {
  const today = dayIn(config.timeZone, at)
  const open = and(eq(proposals.state, 'voting'), isNotNull(proposals.closesAt))
  const rows = await db.select().from(proposals).where(open).orderBy(asc(proposals.closesAt), asc(proposals.id))
  const voted = await db.select({ id: groupVotes.proposalId }).from(groupVotes).where(eq(groupVotes.personId, personId))
  const waiting: typeof rows = []
  for (const row of rows) {
    const isCast = voted.some(({ id }) => id === row.id)
    if (!isCast && row.closesAt! > at && (await sitsIn(row.workgroupId, personId, today))) waiting.push(row)
  }
  const [first, ...others] = waiting
  if (!first) return []
  const { id, title } = first
  const closes = clockIn(config.timeZone, first.closesAt!)
  return [{ kind: 'voteOpen', proposal: { id, title, closes }, others: others.length }]
}
