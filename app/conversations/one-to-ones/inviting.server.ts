import { randomUUID } from 'node:crypto'
import { and, eq, inArray } from 'drizzle-orm'
import { conversations, type Db, transact } from '#db'
import { dayIn } from '~/calendar'
import { config } from '~/config.server'
import { allow, type Decision, refuse } from '~/decision'
import type { Person } from '~/people/rules'
import { findOwnKey } from '../sealing/store.server'
import { findLeads, findLed } from './leads.server'
import { tellOfNews } from './mail.server'
import { invite } from './moves'
import type { Party } from './rules'
import { findConversation } from './store.server'

type Self = Pick<Person, 'id' | 'teamId' | 'roles'>

/** Tells which of the two somebody is to a colleague now: their lead, or led by them. */
async function partyTo(self: Self, colleagueId: string): Promise<Party | undefined> {
  if ((await findLed(self)).some(({ id }) => id === colleagueId)) return 'lead'
  return (await findLeads(self)).some(({ id }) => id === colleagueId) ? 'employee' : undefined
}

/**
 * Invites a colleague to a one-to-one, or asks an own lead for one. Where an invitation is open between the two, or a
 * talk is planned, that is what comes back: there is never a second one.
 *
 * @returns its id
 */
export async function recordInvitation(
  self: Self,
  colleagueId: string,
  at: Date,
): Promise<Decision<string, 'noSuchColleague' | 'keyMissing'>> {
  const invitedBy = await partyTo(self, colleagueId)
  if (!invitedBy) return refuse('noSuchColleague')
  const [employeeId, leadId] = invitedBy === 'lead' ? [colleagueId, self.id] : [self.id, colleagueId]
  const invited = await transact(async tx => {
    const open = await openBetween(tx, { employeeId, leadId }, at)
    if (open) return allow({ id: open, isNew: false })
    const decision = invite(invitedBy, (await findOwnKey(self.id, tx)) !== null)
    if (!decision.ok) return decision
    const row = { id: randomUUID(), employeeId, leadId, invitedBy, invitedOn: dayIn(config.timeZone, at) }
    await tx.insert(conversations).values({ ...row, state: decision.value, isCounted: false })
    return allow({ id: row.id, isNew: true })
  })
  if (!invited.ok) return invited
  if (invited.value.isNew) await tellOfNews(colleagueId)
  return allow(invited.value.id)
}

/** Finds what is open between two people; what lapsed is not. */
async function openBetween(tx: Db, { employeeId, leadId }: { employeeId: string; leadId: string }, at: Date) {
  const rows = await tx
    .select({ id: conversations.id })
    .from(conversations)
    .where(
      and(
        eq(conversations.employeeId, employeeId),
        eq(conversations.leadId, leadId),
        inArray(conversations.state, ['invited', 'declined', 'planned']),
      ),
    )
  for (const { id } of rows) if (await findConversation(id, employeeId, at, tx)) return id
}
