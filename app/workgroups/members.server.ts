import { and, eq, gt, gte, isNull, lte, or } from 'drizzle-orm'
import { type Db, db, groupSeats, persons } from '#db'
import type { Day } from '~/calendar'
import { fullName } from '~/people/rules'
import type { Office } from './seats/rules'

/** Somebody who sits in a group today. */
export type Member = { id: string; name: string; office: Office; untilOn: Day }

/** Returns who sits in a group on a day: whose term runs, and who left neither the group nor the house. */
export async function membersOf(workgroupId: string, today: Day, from: Db = db): Promise<Member[]> {
  const sits = and(
    eq(groupSeats.workgroupId, workgroupId),
    lte(groupSeats.fromOn, today),
    gte(groupSeats.untilOn, today),
    or(isNull(groupSeats.leftOn), gt(groupSeats.leftOn, today)),
    isNull(persons.leftAt),
  )
  const rows = await from
    .select({ seat: groupSeats, person: persons })
    .from(groupSeats)
    .innerJoin(persons, eq(persons.id, groupSeats.personId))
    .where(sits)
    .orderBy(persons.surname, persons.givenName, persons.id)
  return rows.map(({ seat, person }) => ({
    id: person.id,
    name: fullName(person),
    office: seat.office,
    untilOn: seat.untilOn,
  }))
}

/** Returns whether somebody sits in a group on a day. */
export const sitsIn = async (workgroupId: string, personId: string, today: Day, from: Db = db): Promise<boolean> =>
  (await membersOf(workgroupId, today, from)).some(member => member.id === personId)
