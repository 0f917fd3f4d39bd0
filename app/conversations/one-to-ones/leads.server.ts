import { and, eq, inArray, isNull, type SQL } from 'drizzle-orm'
import { db, personRoles, persons, teams } from '#db'
import { fullName, type Person } from '~/people/rules'
import { leads, leadsOf, type Member, type Parents, teamsAbove, teamsBelow } from './leads'

/** A colleague as a page names them. */
export type Colleague = Member & { name: string; team: string }

type Self = Pick<Person, 'id' | 'teamId' | 'roles'>

const memberOf = ({ id, teamId, roles }: Self): Member => ({ id, teamId, isLead: roles.includes('teamLead') })

/** Returns who leads this person now, the nearest first. */
export async function findLeads(self: Self): Promise<Colleague[]> {
  const parents = await parentsOfTeams()
  const leadIds = (await everyLead()).map(({ id }) => id)
  const near = and(inArray(persons.teamId, teamsAbove(self.teamId, parents)), inArray(persons.id, leadIds))
  return leadsOf(memberOf(self), await colleagues(near), parents)
}

/** Returns whom this person leads now, by name. */
export async function findLed(self: Self): Promise<Colleague[]> {
  if (!self.roles.includes('teamLead')) return []
  const parents = await parentsOfTeams()
  const below = await colleagues(inArray(persons.teamId, teamsBelow(self.teamId, parents)))
  return below.filter(one => leads(memberOf(self), one, parents))
}

const byName = new Intl.Collator('nl')

async function parentsOfTeams(): Promise<Parents> {
  const rows = await db.select({ id: teams.id, parentId: teams.parentId }).from(teams)
  return new Map(rows.map(({ id, parentId }) => [id, parentId]))
}

async function everyLead(): Promise<Member[]> {
  const rows = await db
    .select({ id: persons.id, teamId: persons.teamId })
    .from(persons)
    .innerJoin(personRoles, and(eq(personRoles.personId, persons.id), eq(personRoles.role, 'teamLead')))
    .where(isNull(persons.leftAt))
  return rows.map(row => ({ ...row, isLead: true }))
}

/** Reads who works here now and is meant, by name. */
async function colleagues(meant: SQL | undefined): Promise<Colleague[]> {
  const leading = new Set((await everyLead()).map(({ id }) => id))
  const rows = await db
    .select({ person: persons, team: teams.name })
    .from(persons)
    .innerJoin(teams, eq(teams.id, persons.teamId))
    .where(and(isNull(persons.leftAt), meant))
  return rows
    .map(({ person, team }) => ({
      ...{ id: person.id, teamId: person.teamId, isLead: leading.has(person.id), name: fullName(person), team },
    }))
    .sort((a, b) => byName.compare(a.name, b.name) || (a.id < b.id ? -1 : 1))
}
