import { eq, isNull } from 'drizzle-orm'
import { db, personRoles, persons, teams } from '#db'
import { fullName, type Role } from '~/people/rules'
import { type SortableMember, type StaffPage, staffPageOf } from './list'

/** Returns one page of who works here now. Sorted in code: the two engines order accents and capitals differently. */
export const staffOverview = async (search: string, askedPage: number): Promise<StaffPage> =>
  staffPageOf(await everybodyHere(), search, askedPage)

async function everybodyHere(): Promise<SortableMember[]> {
  const rows = await db
    .select({ person: persons, team: teams.name })
    .from(persons)
    .innerJoin(teams, eq(teams.id, persons.teamId))
    .where(isNull(persons.leftAt))
  const rolesOf = new Map<string, Role[]>()
  for (const { personId, role } of await db.select().from(personRoles)) {
    rolesOf.set(personId, [...(rolesOf.get(personId) ?? []), role])
  }
  return rows.map(({ person, team }) => ({
    id: person.id,
    name: fullName(person),
    sortName: `${person.surname} ${person.givenName}`,
    email: person.email,
    team,
    roles: rolesOf.get(person.id) ?? [],
  }))
}
