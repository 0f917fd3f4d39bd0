import { eq } from 'drizzle-orm'
import { persons, teams, transact } from '#db'
import { addDays, dayIn } from '~/calendar'
import { config } from '~/config.server'
import type { Role } from '~/people/rules'
import { findById } from '~/people/store.server'
import { foundOrganisation, hire } from '../../people/cast'

/** The day it is in these tests, and days around it. */
export const today = dayIn(config.timeZone, new Date())
export const inDays = (days: number) => addDays(today, days)

/** Hires somebody into a team of the tree. */
export async function hireInto(teamId: string, name: string, roles: Role[] = ['agent']) {
  const id = await hire(`${name}@voorbeeld.nl`, roles)
  await transact(tx => tx.update(persons).set({ teamId }).where(eq(persons.id, id)))
  return (await findById(id))!
}

/** A department with a head, a morning team with two leads and a night team without one. */
export async function foundTeams() {
  await foundOrganisation()
  await transact(async tx => {
    const of = (id: string, name: string, parentId: string | null) => ({ id, name, parentId, siteId: 's' })
    await tx.insert(teams).values([of('dept', 'Klantcontact', null), of('morning', 'Ochtend', 'dept')])
    await tx.insert(teams).values([of('night', 'Nacht', 'dept'), of('office', 'Kantoor', null)])
  })
  return {
    head: await hireInto('dept', 'hoofd', ['teamLead']),
    lead: await hireInto('morning', 'lead', ['teamLead']),
    second: await hireInto('morning', 'tweede', ['teamLead', 'agent']),
    member: await hireInto('morning', 'lid'),
    owl: await hireInto('night', 'uil'),
    other: await hireInto('office', 'ander', ['teamLead']),
  }
}
