import { randomUUID } from 'node:crypto'
import { and, eq, inArray } from 'drizzle-orm'
import { type Db, organisation, personRoles, persons, sessions, sites, teams, transact } from '#db'
import { isInvented } from './demo.server'
import { createLink } from './links.server'
import { normaliseEmail } from './rules'
import { newVersion } from './staff/store.server'

/** Names until a staff list brings better ones; Dutch is the source language. */
const firstNames = { organisation: 'Onze organisatie', site: 'Hoofdvestiging', team: 'Beheer' } as const

/**
 * Makes somebody administrator, and founds organisation, site and team where there are none.
 * From then on this is no demo: invented people are signed out.
 *
 * @returns the token of a one-time link, for the first signing in.
 */
export async function createAdministrator(typedEmail: string, at: Date): Promise<string> {
  const email = normaliseEmail(typedEmail)
  const personId = await transact(async tx => {
    const id = await personCalled(tx, email)
    await tx.update(persons).set({ leftAt: null }).where(eq(persons.id, id))
    await tx.insert(personRoles).values({ personId: id, role: 'platformAdmin' }).onConflictDoNothing()
    const invented = tx.select({ id: persons.id }).from(persons).where(isInvented)
    await tx.delete(sessions).where(inArray(sessions.personId, invented))
    await newVersion(tx)
    return id
  })
  return createLink(personId, at)
}

async function personCalled(tx: Db, email: string): Promise<string> {
  const [known] = await tx.select({ id: persons.id }).from(persons).where(eq(persons.email, email))
  if (known) return known.id
  const row = { id: randomUUID(), email, givenName: email.split('@')[0]!, surnamePrefix: '', surname: '' }
  await tx.insert(persons).values({ ...row, teamId: await administratorsTeam(tx) })
  return row.id
}

async function administratorsTeam(tx: Db): Promise<string> {
  const [someOrganisation] = await tx.select().from(organisation).limit(1)
  if (!someOrganisation) await tx.insert(organisation).values({ id: 'organisation', name: firstNames.organisation })
  const siteId = await firstSite(tx)
  const [known] = await tx
    .select({ id: teams.id })
    .from(teams)
    .where(and(eq(teams.name, firstNames.team), eq(teams.siteId, siteId)))
  if (known) return known.id
  const id = randomUUID()
  await tx.insert(teams).values({ id, name: firstNames.team, parentId: null, siteId })
  return id
}

async function firstSite(tx: Db): Promise<string> {
  const [known] = await tx.select({ id: sites.id }).from(sites).orderBy(sites.name).limit(1)
  if (known) return known.id
  const id = randomUUID()
  await tx.insert(sites).values({ id, name: firstNames.site, jurisdiction: 'NL' })
  return id
}
