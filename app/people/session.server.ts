import { createHash } from 'node:crypto'
import { redirect } from '@remix-run/node'
import { and, eq, isNull, lte } from 'drizzle-orm'
import { type Adapter, type DatabaseSession, Lucia, TimeSpan } from 'lucia'
import { db, personRoles, persons, sessions, transact } from '#db'
import { config } from '~/config.server'
import { hasRole, type Person, type Role } from './rules'
import { asPerson } from './store.server'

declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia
    DatabaseUserAttributes: { person: Person }
    DatabaseSessionAttributes: Record<never, never>
  }
}

const cookieName = 'session'
const hourMs = 3_600_000

/**
 * Hours after which somebody signs in again: one long shift. The end is fixed, so
 * reading a page never writes, and no table tells when somebody was last here.
 *
 * @source OWASP Session Management Cheat Sheet, "Absolute Timeout": 4 to 8 hours for a full working day; 12 covers the longest shift
 */
export const sessionHours = 12

const keyOf = (secret: string) => createHash('sha256').update(secret).digest('hex')
const toLastingSession = (row: typeof sessions.$inferSelect, id: string): DatabaseSession => ({
  id,
  userId: row.personId,
  expiresAt: row.expiresAt,
  attributes: {},
})

const adapter: Adapter = {
  async getSessionAndUser(secret) {
    const rows = await db
      .select({ session: sessions, person: persons, role: personRoles.role })
      .from(sessions)
      .innerJoin(persons, eq(persons.id, sessions.personId))
      .leftJoin(personRoles, eq(personRoles.personId, persons.id))
      .where(and(eq(sessions.id, keyOf(secret)), isNull(persons.leftAt)))
    const [first] = rows
    if (!first) return [null, null]
    const person = asPerson(
      first.person,
      rows.flatMap(row => row.role ?? []),
    )
    return [toLastingSession(first.session, secret), { id: person.id, attributes: { person } }]
  },
  async getUserSessions(personId) {
    const rows = await db.select().from(sessions).where(eq(sessions.personId, personId))
    return rows.map(row => toLastingSession(row, row.id))
  },
  async setSession({ id, userId, expiresAt }) {
    // Rounded up to the hour: the table does not tell at which minute somebody signed in.
    const endsAt = new Date(Math.ceil(expiresAt.getTime() / hourMs) * hourMs)
    await transact(tx => tx.insert(sessions).values({ id: keyOf(id), personId: userId, expiresAt: endsAt }))
  },
  async updateSessionExpiration() {
    // The end is fixed; see `sessionHours`.
  },
  async deleteSession(secret) {
    await transact(tx => tx.delete(sessions).where(eq(sessions.id, keyOf(secret))))
  },
  async deleteUserSessions(personId) {
    await transact(tx => tx.delete(sessions).where(eq(sessions.personId, personId)))
  },
  async deleteExpiredSessions() {
    await transact(tx => tx.delete(sessions).where(lte(sessions.expiresAt, new Date())))
  },
}

const lucia = new Lucia(adapter, {
  sessionExpiresIn: new TimeSpan(sessionHours, 'h'),
  sessionCookie: {
    name: cookieName,
    attributes: { path: '/app', sameSite: 'lax', secure: config.origin.startsWith('https:') },
  },
  getUserAttributes: ({ person }) => ({ person }),
})

/** Finds who is signed in. Never call it inside `transact`: an expired session is removed on the way. */
export async function findPerson(request: Request): Promise<Person | undefined> {
  const secret = secretOf(request)
  if (!secret) return undefined
  const { user } = await lucia.validateSession(secret)
  return user?.person
}

/** Returns who is signed in; anybody else is sent to the sign-in page, and back afterwards. */
export async function requirePerson(request: Request): Promise<Person> {
  const person = await findPerson(request)
  if (person) return person
  const { pathname, search } = new URL(request.url)
  const to = request.method === 'GET' ? `?${new URLSearchParams({ to: pathname + search })}` : ''
  throw redirect(`/app/sign-in${to}`)
}

/** Returns who is signed in when they have one of `roles`; answers 403 to any other role. */
export async function requireRole(request: Request, roles: readonly Role[]): Promise<Person> {
  const person = await requirePerson(request)
  if (hasRole(person, roles)) return person
  throw new Response(null, { status: 403 })
}

/** Signs a person in on one browser. @returns the `Set-Cookie` line; the cookie goes when the browser closes. */
export async function startSession(personId: string): Promise<string> {
  const session = await lucia.createSession(personId, {})
  const cookie = lucia.createSessionCookie(session.id)
  cookie.attributes.maxAge = undefined
  return cookie.serialize()
}

/** Signs out here. @returns the `Set-Cookie` line that removes the cookie. */
export async function endSession(request: Request): Promise<string> {
  const secret = secretOf(request)
  if (secret) await lucia.invalidateSession(secret)
  return lucia.createBlankSessionCookie().serialize()
}

/** Signs a person out in every browser. */
export const endAllSessions = (personId: string): Promise<void> => lucia.invalidateUserSessions(personId)

/** Removes sessions that have ended; harmless to run at any time. */
export const forgetEndedSessions = (): Promise<void> => lucia.deleteExpiredSessions()

/** Reads our cookie only: another program's broken cookie must not break the page. */
function secretOf(request: Request): string | undefined {
  return /(?:^|;\s*)session=([a-z0-9]+)(?:;|$)/.exec(request.headers.get('Cookie') ?? '')?.[1]
}
