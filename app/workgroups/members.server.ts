import { and, eq, gt, gte, inArray, isNull, lte, notInArray, or } from 'drizzle-orm'
import { type Db, db, groupSeats, personRoles, persons } from '#db'
import type { Day } from '~/calendar'
import { fullName } from '~/people/rules'
import { type Office, otherSide } from './seats/rules'

/** Somebody who sits in a group today. */
export type Member = { id: string; name: string; office: Office; untilOn: Day }

/** Finds who has a role on the other side of the table: while they do, their seat rests. */
export const acrossTheTable = (from: Db) =>
  from.select({ id: personRoles.personId }).from(personRoles).where(inArray(personRoles.role, otherSide))

/** A seat on a day: its term runs or is still to come, and its holder left neither the group nor the house. */
const held = (workgroupId: string, day: Day) =>
  and(
    eq(groupSeats.workgroupId, workgroupId),
    gte(groupSeats.untilOn, day),
    or(isNull(groupSeats.leftOn), gt(groupSeats.leftOn, day)),
    isNull(persons.leftAt),
  )

async function holders(where: ReturnType<typeof and>, from: Db) {
  const rows = await from
    .select({ seat: groupSeats, person: persons })
    .from(groupSeats)
    .innerJoin(persons, eq(persons.id, groupSeats.personId))
    .where(where)
    .orderBy(persons.surname, persons.givenName, persons.id)
  return rows.map(({ seat, person }) => ({
    id: person.id,
    name: fullName(person),
    office: seat.office,
    untilOn: seat.untilOn,
  }))
}

/**
 * Returns who sits in a group on a day: whose term runs, who left neither the group nor the house, and who answers no
 * vetoes of a group and grants it no money.
 */
export const membersOf = (workgroupId: string, today: Day, from: Db = db): Promise<Member[]> =>
  holders(
    and(held(workgroupId, today), lte(groupSeats.fromOn, today), notInArray(persons.id, acrossTheTable(from))),
    from,
  )

/** Returns whose seat rests on a day, because they have a role on the other side of the table. */
export const restingIn = (workgroupId: string, today: Day, from: Db = db): Promise<Member[]> =>
  holders(and(held(workgroupId, today), lte(groupSeats.fromOn, today), inArray(persons.id, acrossTheTable(from))), from)

/** Returns who sits in a group on a day or will from a later one: a term that begins then finds those seats taken. */
export async function seatedFrom(workgroupId: string, day: Day, from: Db = db): Promise<Set<string>> {
  const rows = await holders(and(held(workgroupId, day), notInArray(persons.id, acrossTheTable(from))), from)
  return new Set(rows.map(({ id }) => id))
}

/** Returns whether somebody sits in a group on a day. */
export const sitsIn = async (workgroupId: string, personId: string, today: Day, from: Db = db): Promise<boolean> =>
  (await membersOf(workgroupId, today, from)).some(member => member.id === personId)
