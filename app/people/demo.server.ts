import { and, eq, isNull, like, not } from 'drizzle-orm'
import { db, personRoles, persons } from '#db'
import { config } from '~/config.server'
import { type Role, roles } from './rules'

/** Invented people have addresses that no mail can reach. @source RFC 2606, 3: example domains belong to nobody */
export const demoDomain = '@demo.inspraak.example'

/** Holds for invented people only. */
export const isInvented = like(persons.email, `%${demoDomain}`)

/** Decides whether one-tap sign-in is offered: as set, else for as long as no real administrator exists. */
export async function isDemo(): Promise<boolean> {
  if (config.demo !== undefined) return config.demo
  const [administrator] = await db
    .select({ id: persons.id })
    .from(persons)
    .innerJoin(personRoles, and(eq(personRoles.personId, persons.id), eq(personRoles.role, 'platformAdmin')))
    .where(and(isNull(persons.leftAt), not(isInvented)))
    .limit(1)
  return administrator === undefined
}

/** Decides whether a person may sign in at all: invented people, whose password everybody knows, only in a demo. */
export const maySignIn = async (email: string): Promise<boolean> => !email.endsWith(demoDomain) || (await isDemo())

/** Returns one invented person for each role that the demo organisation has; nobody outside a demo. */
export async function demoPersons(): Promise<{ role: Role; personId: string }[]> {
  if (!(await isDemo())) return []
  const rows = await db
    .select({ role: personRoles.role, personId: persons.id, email: persons.email, language: persons.language })
    .from(personRoles)
    .innerJoin(persons, eq(persons.id, personRoles.personId))
    .where(and(isNull(persons.leftAt), isInvented))
  // Whoever has the fewest other roles stands for a role best; whoever reads a language of their own comes last.
  const others = (personId: string) => rows.filter(row => row.personId === personId).length
  const rank = (row: (typeof rows)[number]) => `${row.language ? 1 : 0}${others(row.personId)}${row.email}`
  rows.sort((a, b) => (rank(a) < rank(b) ? -1 : 1))
  return roles
    .flatMap(role => rows.find(row => row.role === role) ?? [])
    .map(({ role, personId }) => ({ role, personId }))
}
