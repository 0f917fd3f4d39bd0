import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { db, migrate, organisation, persons, sessions, teams, transact } from '#db'
import { demoDomain, demoPersons, isDemo } from '~/people/demo.server'
import { createAdministrator } from '~/people/founding.server'
import { useLink } from '~/people/links.server'
import { hashPassword, whoSignsIn } from '~/people/password.server'
import { startSession } from '~/people/session.server'
import { findByEmail } from '~/people/store.server'
import { foundOrganisation, hire } from './cast'

const now = new Date()
beforeAll(() => migrate())

test('the first administrator founds what is missing, and a second one joins it', async () => {
  const token = await createAdministrator('Ad@voorbeeld.nl', now)
  expect(await findByEmail('ad@voorbeeld.nl')).toMatchObject({ roles: ['platformAdmin'] })
  expect(await useLink(token, now)).toBe((await findByEmail('ad@voorbeeld.nl'))!.id)
  await createAdministrator('ad@voorbeeld.nl', now)
  await createAdministrator('bea@voorbeeld.nl', now)
  expect(await db.select().from(organisation)).toHaveLength(1)
  expect(await db.select().from(teams)).toHaveLength(1)
})

test('a demo is over as soon as a real administrator exists: no taps, no known passwords, no open sessions', async () => {
  await foundOrganisation()
  await transact(tx => tx.delete(persons))
  const invented = `agent${demoDomain}`
  await hire(`platformadmin${demoDomain}`, ['platformAdmin'])
  await hire(invented, ['agent'], await hashPassword('inspraak-demo'))
  expect(await isDemo()).toBe(true)
  expect((await demoPersons()).map(({ role }) => role)).toEqual(['agent', 'platformAdmin'])
  expect(await whoSignsIn(invented, 'inspraak-demo')).toBe('agent')
  await startSession('agent')

  await createAdministrator('echt@voorbeeld.nl', now)
  expect(await isDemo()).toBe(false)
  expect(await demoPersons()).toEqual([])
  expect(await whoSignsIn(invented, 'inspraak-demo')).toBeUndefined()
  expect(await db.select().from(sessions).where(eq(sessions.personId, 'agent'))).toEqual([])
})
