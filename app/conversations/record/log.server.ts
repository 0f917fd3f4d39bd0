import { randomUUID } from 'node:crypto'
import { and, desc, eq, gt } from 'drizzle-orm'
import { accessLog, type Db, db, persons, transact } from '#db'
import { fullName } from '~/people/rules'
import type { RecordDeed, Standing } from './rules'

/** A line of the access log, for whoever may read it. */
export type LogLine = { id: string; deed: RecordDeed; at: Date; actorId: string; name: string }

/** Milliseconds in which reading again is the same reading. @source our own choice: an hour, so that the log stays short enough to read */
const sameReadingMs = 3_600_000

type Deed = { thingId: string; actorId: string; deed: RecordDeed; at: Date }

/** Writes down what somebody did with a record. */
export const logDeed = (tx: Db, deed: Deed) => tx.insert(accessLog).values({ id: randomUUID(), ...deed })

/** Writes down that somebody opened a record, once an hour. */
export async function logReading(thingId: string, actorId: string, at: Date) {
  const since = new Date(at.getTime() - sameReadingMs)
  const lately = and(
    eq(accessLog.thingId, thingId),
    eq(accessLog.actorId, actorId),
    eq(accessLog.deed, 'read'),
    gt(accessLog.at, since),
  )
  const [known] = await db.select({ id: accessLog.id }).from(accessLog).where(lately).limit(1)
  if (!known) await transact(tx => logDeed(tx, { thingId, actorId, deed: 'read', at }))
}

/** Tells whether the employee wrote in a record after their last "this is right", with which a version was fixed. */
export async function wroteSince(thingId: string, employeeId: string, from: Db): Promise<boolean> {
  const own = and(eq(accessLog.thingId, thingId), eq(accessLog.actorId, employeeId))
  const last = (deed: RecordDeed) =>
    from
      .select({ at: accessLog.at })
      .from(accessLog)
      .where(and(own, eq(accessLog.deed, deed)))
      .orderBy(desc(accessLog.at))
      .limit(1)
  const [[wrote], [agreed]] = [await last('wrote'), await last('agreed')]
  return wrote !== undefined && (agreed === undefined || wrote.at >= agreed.at)
}

/** Returns who did what with a record, the latest first: all of it for the employee, own acts for anybody else. */
export async function logFor(thingId: string, reader: { personId: string; standing: Standing }): Promise<LogLine[]> {
  const isOfThis = eq(accessLog.thingId, thingId)
  const rows = await db
    .select({ line: accessLog, person: persons })
    .from(accessLog)
    .innerJoin(persons, eq(persons.id, accessLog.actorId))
    .where(reader.standing === 'employee' ? isOfThis : and(isOfThis, eq(accessLog.actorId, reader.personId)))
    .orderBy(desc(accessLog.at), desc(accessLog.id))
  return rows.map(({ line: { id, deed, at, actorId }, person }) => ({ id, deed, at, actorId, name: fullName(person) }))
}
