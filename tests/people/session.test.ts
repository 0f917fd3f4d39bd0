import { eq } from 'drizzle-orm'
import { beforeAll, expect, test, vi } from 'vitest'
import { db, persons, sessions, transact } from '#db'
import * as doors from '~/people/session.server'
import { answerOf, asPersonIn, foundOrganisation, hire } from './cast'

beforeAll(foundOrganisation)

const secretIn = (setCookie: string) => /session=([^;]*)/.exec(setCookie)![1]!
const sessionsOf = (personId: string) => db.select().from(sessions).where(eq(sessions.personId, personId))
const bearing = (setCookie: string) =>
  new Request('http://localhost:3000/app/home', { headers: { Cookie: setCookie.split(';')[0]! } })

test('the session table does not hold what the cookie holds', async () => {
  await hire('ada@voorbeeld.nl')
  const secret = secretIn(await doors.startSession('ada'))
  const opensADoor = (ids: string[]) => ids.includes(secret)
  const stored = (await sessionsOf('ada')).map(row => row.id)
  expect(stored).toHaveLength(1)
  expect(opensADoor(stored)).toBe(false)
  expect(opensADoor([secret]), 'control: a table with raw ids is caught').toBe(true)
})

test('a stored session id, put in a cookie, opens nothing', async () => {
  const [row] = await sessionsOf('ada')
  expect(await doors.findPerson(bearing(`session=${row!.id}`))).toBeUndefined()
})

test('the cookie stays under /app, away from scripts and other sites, and goes with the browser', async () => {
  const attributes = (await doors.startSession('ada')).split('; ').slice(1).sort()
  expect(attributes).toEqual(['HttpOnly', 'Path=/app', 'SameSite=Lax'])
})

test('behind https the cookie never travels in the clear', async () => {
  vi.resetModules()
  vi.stubEnv('ORIGIN', 'https://inspraak.voorbeeld.nl')
  const { startSession } = await import('~/people/session.server')
  expect(await startSession('ada')).toContain('Secure')
  const { closeDatabase } = await import('#db')
  await closeDatabase()
  vi.unstubAllEnvs()
})

test('signing out here leaves the other browser signed in; signing out everywhere does not', async () => {
  await hire('bo@voorbeeld.nl')
  const phone = await doors.startSession('bo')
  const desk = await doors.startSession('bo')
  expect(await doors.endSession(bearing(phone))).toContain('Max-Age=0')
  expect(await doors.findPerson(bearing(phone))).toBeUndefined()
  expect((await doors.findPerson(bearing(desk)))?.id).toBe('bo')
  await doors.endAllSessions('bo')
  expect(await doors.findPerson(bearing(desk))).toBeUndefined()
})

test('a session ends by itself and its end tells no minute', async () => {
  await hire('cas@voorbeeld.nl')
  const cookie = await doors.startSession('cas')
  const [row] = await sessionsOf('cas')
  expect(row!.expiresAt.getTime() % 3_600_000).toBe(0)
  await transact(tx =>
    tx
      .update(sessions)
      .set({ expiresAt: new Date(1000) })
      .where(eq(sessions.id, row!.id)),
  )
  expect(await doors.findPerson(bearing(cookie))).toBeUndefined()
})

test('who has left is no longer known, even with a session', async () => {
  await hire('dirk@voorbeeld.nl')
  const cookie = await doors.startSession('dirk')
  expect((await doors.findPerson(bearing(cookie)))?.roles).toEqual(['agent'])
  await transact(tx => tx.update(persons).set({ leftAt: new Date() }).where(eq(persons.id, 'dirk')))
  expect(await doors.findPerson(bearing(cookie))).toBeUndefined()
})

test('without a session one goes to sign in and comes back; with a wrong role the answer is 403', async () => {
  const stranger = new Request('http://localhost:3000/app/people?page=2')
  const sentAway = (await answerOf(() => doors.requirePerson(stranger))) as Response
  expect(sentAway.headers.get('Location')).toBe('/app/sign-in?to=%2Fapp%2Fpeople%3Fpage%3D2')
  const agent = await asPersonIn('ada', '/app/people')
  expect(((await answerOf(() => doors.requireRole(agent, ['hr']))) as Response).status).toBe(403)
  expect(await answerOf(() => doors.requireRole(agent, ['agent', 'hr']))).toMatchObject({ id: 'ada' })
})

test('a broken cookie of another program does no harm', async () => {
  const good = (await doors.startSession('ada')).split(';')[0]!
  expect((await doors.findPerson(bearing(`theirs=%zz, ${good}`)))?.id).toBeUndefined()
  const request = new Request('http://localhost/app', { headers: { Cookie: `theirs=%zz; ${good}` } })
  expect((await doors.findPerson(request))?.id).toBe('ada')
})
