import { teamsAbove, teamsBelow } from '../one-to-ones/leads'

/** A team and where it hangs; a team without a parent hangs directly under the organisation. */
export type TeamPlace = { id: string; name: string; parentId: string | null }

/** Returns all teams in the order of the tree: each one before those below it, by name beside each other. */
export function inTreeOrder<Team extends TeamPlace>(teams: readonly Team[]): Team[] {
  const known = new Set(teams.map(({ id }) => id))
  const below = (parent: string | null): Team[] =>
    teams
      .filter(({ parentId }) => (parentId !== null && known.has(parentId) ? parentId : null) === parent)
      .sort((one, other) => compare(one.name, other.name) || compare(one.id, other.id))
      .flatMap(team => [team, ...below(team.id)])
  return below(null)
}

/**
 * Returns the teams of a team lead in the order of the tree: the team they are in, and those below it that have no
 * nearer lead. Two leads of the same team lead it together.
 *
 * @param led ids of the teams that a team lead is in
 */
export function ownTeams<Team extends TeamPlace>(
  leadTeamId: string,
  teams: readonly Team[],
  led: ReadonlySet<string>,
): Team[] {
  const parentOf = new Map(teams.map(({ id, parentId }) => [id, parentId]))
  const nearestLed = (teamId: string) => teamsAbove(teamId, parentOf).find(above => led.has(above))
  return inTreeOrder(teams).filter(({ id }) => nearestLed(id) === leadTeamId)
}

/** Tells whether somebody leads a team: from in it, or from a team above it. */
export function hasLead(teamId: string, teams: readonly TeamPlace[], led: ReadonlySet<string>): boolean {
  const parentOf = new Map(teams.map(({ id, parentId }) => [id, parentId]))
  return teamsAbove(teamId, parentOf).some(above => led.has(above))
}

/**
 * People. The name of a team with fewer tells who it was that agreed something.
 * @source our own choice: a lead and seven others, as many as the smallest figure is about
 */
export const smallestNamed = 8

/**
 * Returns the team by whose name an agreement is told to others: its own, or the nearest above it that has enough people
 * together with every team below it; null when only the organisation has.
 *
 * @param people how many are in each team, by itself
 */
export function teamToName<Team extends TeamPlace>(
  teamId: string,
  teams: readonly Team[],
  people: ReadonlyMap<string, number>,
): Team | null {
  const parentOf = new Map(teams.map(({ id, parentId }) => [id, parentId]))
  const sizeOf = (id: string) => teamsBelow(id, parentOf).reduce((sum, one) => sum + (people.get(one) ?? 0), 0)
  const named = teamsAbove(teamId, parentOf).find(one => sizeOf(one) >= smallestNamed)
  return teams.find(({ id }) => id === named) ?? null
}

const compare = (a: string, b: string) => Number(a > b) - Number(a < b)
