import { and, eq, gt, inArray, isNotNull, or, type SQL, sql } from 'drizzle-orm'
import { conversationRecords, conversations, type Db, db, persons } from '#db'
import { addDays, type Day, dayIn } from '~/calendar'
import { config } from '~/config.server'
import { daysBeforehand, type Kept, retainUntil } from './rules'

/** A record, whose it is, and what decides how long it is kept. Nothing of what stands in it. */
export type RecordKept = Kept & { conversationId: string; employeeId: string; leadId: string }

const { employeeAgreedOn, leadAgreedOn, followUpOn } = conversationRecords
const isAgreed = sql`${employeeAgreedOn} is not null and ${leadAgreedOn} is not null`
const agreed = {
  versions: sql`count(case when ${isAgreed} then 1 end)`.mapWith(Number),
  followUpOn: sql<Day | null>`max(case when ${isAgreed} then ${followUpOn} end)`,
}

type Page = { after?: string; most?: number }

/** Returns records in the order of their conversations, a page at a time: those that `which` names, or all. */
export async function listKept(which: SQL | undefined, { after = '', most = 1000 }: Page = {}, from: Db = db) {
  const { id, employeeId, leadId, heldOn } = conversations
  const rows = await from
    .select({ conversationId: id, employeeId, leadId, heldOn, ...agreed })
    .from(conversations)
    .innerJoin(conversationRecords, eq(conversationRecords.conversationId, id))
    .where(and(eq(conversations.state, 'held'), gt(id, after), which))
    .groupBy(id)
    .orderBy(id)
    .limit(most)
  if (rows.length === 0) return []
  const left = await leavingDays([...new Set(rows.flatMap(row => [row.employeeId, row.leadId]))], from)
  const leftOn = (personId: string) => left.get(personId) ?? null
  return rows.map(
    ({ versions, heldOn, ...row }): RecordKept => ({
      ...{ ...row, heldOn: heldOn!, isAgreed: versions > 0 },
      ...{ employeeLeftOn: leftOn(row.employeeId), leadLeftOn: leftOn(row.leadId) },
    }),
  )
}

/** Returns the last day on which a record is kept; nothing when there is none. A share ends on it at the latest. */
export async function keptUntil(conversationId: string, from: Db = db): Promise<Day | undefined> {
  const [record] = await listKept(eq(conversations.id, conversationId), {}, from)
  return record && retainUntil(record)
}

/** Returns the records of a person, as employee or as lead, that expire within two weeks; the first to go first. */
export async function recordsExpiringFor(personId: string, at: Date) {
  const soon = addDays(dayIn(config.timeZone, at), daysBeforehand)
  const own = or(eq(conversations.employeeId, personId), eq(conversations.leadId, personId))
  return (await listKept(own))
    .map(record => ({ conversationId: record.conversationId, keptUntil: retainUntil(record) }))
    .filter(record => record.keptUntil <= soon)
    .sort((one, other) => (one.keptUntil < other.keptUntil ? -1 : 1))
}

/** Returns the day on which each of these people left who did; without them, of everybody. */
export async function leavingDays(personIds?: string[], from: Db = db): Promise<ReadonlyMap<string, Day>> {
  const { id, leftAt } = persons
  const rows = await from
    .select({ id, leftAt })
    .from(persons)
    .where(and(isNotNull(leftAt), personIds && inArray(id, personIds)))
  return new Map(rows.map(row => [row.id, dayIn(config.timeZone, row.leftAt!)]))
}
