import { desc, eq, inArray, or } from 'drizzle-orm'
import { conversations, type Db, db, persons } from '#db'
import { type Day, dayIn } from '~/calendar'
import { config } from '~/config.server'
import { fullName } from '~/people/rules'
import { type ConversationState, hasLapsed, type Party, partyIn, stateSeenBy } from './rules'

/** A one-to-one as one of the two may know it: to a lead, one that was declined is one without an answer. */
export type ConversationSeen = {
  id: string
  /** Which of the two the reader is. */
  party: Party
  other: { id: string; name: string; hasLeft: boolean }
  invitedBy: Party
  state: ConversationState
  invitedOn: Day
  plannedFor: Date | null
  heldOn: Day | null
  endedOn: Day | null
}

/** Finds a one-to-one for one of the two who talk; for anybody else there is none, nor when the invitation lapsed. */
export async function findConversation(
  id: string,
  personId: string,
  at = new Date(),
  from: Db = db,
): Promise<ConversationSeen | undefined> {
  const [row] = await from.select().from(conversations).where(eq(conversations.id, id))
  if (!row) return undefined
  return (await seenBy(personId, [row], { at, from }))[0]
}

/** Returns every one-to-one of a person, the latest invitation first. */
export async function listConversations(personId: string, at: Date): Promise<ConversationSeen[]> {
  const rows = await db
    .select()
    .from(conversations)
    .where(or(eq(conversations.employeeId, personId), eq(conversations.leadId, personId)))
    // In full: an order that the database may choose would show that a row was touched.
    .orderBy(desc(conversations.invitedOn), conversations.id)
  return seenBy(personId, rows, { at, from: db })
}

type Row = typeof conversations.$inferSelect

async function seenBy(personId: string, rows: readonly Row[], { at, from }: { at: Date; from: Db }) {
  const today = dayIn(config.timeZone, at)
  const theirs = rows.filter(row => partyIn(row, personId) && !hasLapsed(row, today))
  const others = await othersOf(theirs, personId, from)
  return theirs.map((row): ConversationSeen => {
    const party = partyIn(row, personId)!
    const other = others.get(otherIn(row, personId))!
    const { id, invitedBy, invitedOn, plannedFor, heldOn, endedOn } = row
    return { id, party, other, invitedBy, state: stateSeenBy(party, row.state), invitedOn, plannedFor, heldOn, endedOn }
  })
}

const otherIn = ({ employeeId, leadId }: Row, personId: string) => (personId === employeeId ? leadId : employeeId)

async function othersOf(rows: readonly Row[], personId: string, from: Db) {
  const ids = [...new Set(rows.map(row => otherIn(row, personId)))]
  if (ids.length === 0) return new Map<string, ConversationSeen['other']>()
  const people = await from.select().from(persons).where(inArray(persons.id, ids))
  return new Map(people.map(row => [row.id, { id: row.id, name: fullName(row), hasLeft: row.leftAt !== null }]))
}
