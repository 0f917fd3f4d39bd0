import { and, eq, inArray, lt, notExists, or } from 'drizzle-orm'
import { conversationRecords, conversations, type Db, transact } from '#db'
import { addDays, type Day, dayIn } from '~/calendar'
import { config } from '~/config.server'
import { instantOf } from '../clock'
import { cleanDisk } from '../retention/disk.server'
import { daysToAnswer, daysToHold, daysUnrecorded } from './rules'

/**
 * Deletes one-to-ones of which nothing is to be left, from the tables and from the disk: invitations that nobody took
 * up in time, planned talks that nobody says were held, and talks that nobody wanted a record of.
 *
 * An invitation that lapses today stays until it is in the figures, for a day at most; it is nowhere to be seen.
 */
export async function forgetInvitations(at: Date): Promise<void> {
  const today = dayIn(config.timeZone, at)
  const gone = await transact(tx => tx.delete(conversations).where(cameToNothing(tx, today)).returning())
  if (gone.length > 0) await cleanDisk()
}

function cameToNothing(tx: Db, today: Day) {
  const { state, invitedOn, plannedFor, heldOn, isCounted } = conversations
  const before = (days: number) => addDays(today, -days)
  const record = tx.select().from(conversationRecords).where(eq(conversationRecords.conversationId, conversations.id))
  return or(
    and(
      inArray(state, ['invited', 'declined']),
      or(and(lt(invitedOn, before(daysToAnswer)), eq(isCounted, true)), lt(invitedOn, before(daysToAnswer + 1))),
    ),
    and(eq(state, 'planned'), lt(plannedFor, startOf(before(daysToHold)))),
    and(eq(state, 'held'), lt(heldOn, before(daysUnrecorded)), notExists(record)),
  )
}

/** Returns when a day begins; where the clocks skip midnight, an hour later. */
const startOf = (day: Day): Date =>
  instantOf(day, '00:00', config.timeZone) ?? instantOf(day, '01:00', config.timeZone)!
