import { and, eq, isNull } from 'drizzle-orm'
import { db, organisation, personRoles, persons, transact } from '#db'
import { fullSurname, type Language, normaliseEmail, type Person, type Role } from './rules'

/** Returns the person as the rest of the house knows them: without password, with roles. */
export function asPerson(row: typeof persons.$inferSelect, roles: Role[]): Person {
  const { id, email, givenName, teamId, language } = row
  return { id, email, givenName, surname: fullSurname(row), teamId, language, roles }
}

/** Finds somebody who works here now, by e-mail address as typed. */
export const findByEmail = (email: string) => findWhere(eq(persons.email, normaliseEmail(email)))

/** Finds somebody who works here now. */
export const findById = (id: string) => findWhere(eq(persons.id, id))

/** Records in which language somebody wants to read; null follows the browser. */
export async function chooseOwnLanguage(personId: string, language: Language | null) {
  await transact(tx => tx.update(persons).set({ language }).where(eq(persons.id, personId)))
}

/** Gives this installation's organisation its name. */
export const nameOrganisation = (name: string) =>
  transact(tx =>
    tx
      .insert(organisation)
      .values({ id: 'organisation', name })
      .onConflictDoUpdate({ target: organisation.id, set: { name } }),
  )

async function findWhere(condition: ReturnType<typeof eq>): Promise<Person | undefined> {
  const rows = await db
    .select({ person: persons, role: personRoles.role })
    .from(persons)
    .leftJoin(personRoles, eq(personRoles.personId, persons.id))
    .where(and(condition, isNull(persons.leftAt)))
  const [first] = rows
  if (!first) return undefined
  return asPerson(
    first.person,
    rows.flatMap(row => row.role ?? []),
  )
}
