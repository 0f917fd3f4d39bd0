import { and, count, eq, isNull } from 'drizzle-orm'
import { type Db, db, personRoles, persons, teams } from '#db'
import { hasRole, type Person } from '~/people/rules'
import { inTreeOrder, ownTeams, type TeamPlace, teamToName } from './own-teams'

type Lead = Pick<Person, 'roles' | 'teamId'>

/** Returns the teams that somebody leads, in the order of the tree; nothing for who is no team lead. */
export async function ownTeamsOf(lead: Lead, from: Db = db): Promise<TeamPlace[]> {
  if (!hasRole(lead, ['teamLead'])) return []
  return ownTeams(lead.teamId, await everyTeam(from), await ledTeams(from))
}

/** Returns every team in the order of the tree. */
export const teamsInOrder = async (from: Db = db): Promise<TeamPlace[]> => inTreeOrder(await everyTeam(from))

/** Finds a team by its id. */
export async function findTeam(id: string, from: Db = db): Promise<TeamPlace | undefined> {
  const [row] = await from
    .select({ id: teams.id, name: teams.name, parentId: teams.parentId })
    .from(teams)
    .where(eq(teams.id, id))
  return row
}

/** Returns the ids of the teams that a team lead is in now. */
export async function ledTeams(from: Db = db): Promise<Set<string>> {
  const rows = await from
    .selectDistinct({ teamId: persons.teamId })
    .from(persons)
    .innerJoin(personRoles, and(eq(personRoles.personId, persons.id), eq(personRoles.role, 'teamLead')))
    .where(isNull(persons.leftAt))
  return new Set(rows.map(({ teamId }) => teamId))
}

/** Returns by which name an agreement of each team is told to who is not in it; null where none is large enough. */
export async function teamNamesTold(): Promise<(teamId: string) => string | null> {
  const rows = await db
    .select({ teamId: persons.teamId, people: count() })
    .from(persons)
    .where(isNull(persons.leftAt))
    .groupBy(persons.teamId)
  const people = new Map(rows.map(one => [one.teamId, one.people]))
  const all = await everyTeam(db)
  return teamId => teamToName(teamId, all, people)?.name ?? null
}

const everyTeam = (from: Db) => from.select({ id: teams.id, name: teams.name, parentId: teams.parentId }).from(teams)
