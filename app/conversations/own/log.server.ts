import { desc, eq, inArray, or } from 'drizzle-orm'
import { accessLog, db, persons } from '#db'
import type { Told } from '~/people/own/holdings'
import { fullName } from '~/people/rules'
import { ownThings } from './things.server'

/** Returns what somebody did with records and plans, and what others did with theirs; the latest first. */
export async function logOf(personId: string): Promise<Told[]> {
  const things = await ownThings(personId)
  const rows = await db
    .select({ line: accessLog, person: persons })
    .from(accessLog)
    .innerJoin(persons, eq(persons.id, accessLog.actorId))
    .where(or(eq(accessLog.actorId, personId), inArray(accessLog.thingId, [...things.keys()])))
    .orderBy(desc(accessLog.at), desc(accessLog.id))
  return rows.map(({ line: { thingId, deed, at }, person }) => ({
    ...{ at: at.toISOString(), who: fullName(person), deed, thing: things.get(thingId) ?? 'ofAnother' },
  }))
}
