import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import { confidants, type Db, db, personRoles, persons, transact } from '#db'
import { dayIn } from '~/calendar'
import { config } from '~/config.server'
import { fullName, type Person } from '~/people/rules'
import { requirePerson } from '~/people/session.server'
import { asPerson, findByEmail } from '~/people/store.server'
import { appointConfidant, confidantKeepers, mayBeConfidant } from './holds'

/** Returns who is signed in when they are a confidant, today as much as when they became one; answers 403 to anybody else. */
export async function requireConfidant(request: Request): Promise<Person> {
  const person = await requirePerson(request)
  if (await isConfidant(person)) return person
  throw new Response(null, { status: 403 })
}

/** Tells whether somebody reads comments first. */
export async function isConfidant(person: Person): Promise<boolean> {
  if (!mayBeConfidant(person)) return false
  const rows = await db.select().from(confidants).where(eq(confidants.personId, person.id))
  return rows.length > 0
}

/** Tells whether there is anybody to read comments first: somebody who still works here and may still do it. */
export const hasConfidant = async (from: Db) => (await rowsOf(from)).some(({ person }) => mayBeConfidant(person))

/** Returns the confidants by name, each with the day since when, and whether their other roles have come to forbid it. */
export async function listConfidants() {
  const rows = await rowsOf(db)
  return rows.map(({ person, since }) => ({
    id: person.id,
    name: fullName(person),
    since,
    mayRead: mayBeConfidant(person),
  }))
}

/** Returns whom the works council could think of first: its own members who may be a confidant and are none yet. */
export async function likelyConfidants() {
  const known = new Set((await rowsOf(db)).map(({ person }) => person.id))
  const people = await withRoles(db, await idsOf(db))
  return people.filter(person => mayBeConfidant(person) && !known.has(person.id))
}

/** Makes somebody a confidant; from the next result on, comments wait for them. */
export function recordConfidant(email: string, at: Date) {
  return transact(async tx => {
    const person = await findByEmail(email)
    const known = new Set((await rowsOf(tx)).map(row => row.person.id))
    const decision = appointConfidant(person, known)
    if (!decision.ok) return decision
    // Somebody who left and came back may have a row from before.
    await tx.delete(confidants).where(eq(confidants.personId, decision.value))
    await tx.insert(confidants).values({ personId: decision.value, since: dayIn(config.timeZone, at) })
    return decision
  })
}

/** Ends the task of a confidant; comments that wait still appear on the day they were promised. */
export const endConfidant = (personId: string) =>
  transact(tx => tx.delete(confidants).where(eq(confidants.personId, personId)))

async function rowsOf(from: Db) {
  const since = new Map((await from.select().from(confidants)).map(row => [row.personId, row.since]))
  const people = await withRoles(from, [...since.keys()])
  return people.map(person => ({ person, since: since.get(person.id)! }))
}

async function idsOf(from: Db) {
  const rows = await from
    .select()
    .from(personRoles)
    .where(inArray(personRoles.role, [...confidantKeepers]))
  return rows.map(row => row.personId)
}

/** Reads people who still work here, with their roles, by name. */
async function withRoles(from: Db, ids: readonly string[]): Promise<Person[]> {
  if (ids.length === 0) return []
  const here = await from
    .select()
    .from(persons)
    .where(and(isNull(persons.leftAt), inArray(persons.id, [...ids])))
    .orderBy(asc(persons.givenName), asc(persons.id))
  const held = await from
    .select()
    .from(personRoles)
    .where(inArray(personRoles.personId, [...ids]))
  const rolesOf = (id: string) => held.filter(({ personId }) => personId === id).map(({ role }) => role)
  return here.map(row => asPerson(row, rolesOf(row.id)))
}
