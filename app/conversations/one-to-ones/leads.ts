// Who leads whom follows from the tree of teams, at the moment it is asked. Whoever takes over a team leads it from
// then on, and comes into nothing that was before.

/** Somebody who works here, as far as leading goes. */
export type Member = { id: string; teamId: string; isLead: boolean }

/** The team above each team; null for one that hangs directly under the organisation. */
export type Parents = ReadonlyMap<string, string | null>

/** Returns a team and the teams above it, the nearest first. */
export function teamsAbove(teamId: string, parents: Parents): string[] {
  const above: string[] = []
  for (let team: string | null | undefined = teamId; team && !above.includes(team); team = parents.get(team))
    above.push(team)
  return above
}

/** Returns a team and all teams below it. */
export function teamsBelow(teamId: string, parents: Parents): string[] {
  const known = [...new Set([teamId, ...parents.keys()])]
  return known.filter(team => teamsAbove(team, parents).includes(teamId))
}

/**
 * Decides whether one leads the other: as lead of the same team, or of a team above it. Nobody leads themselves, and
 * two leads of one team do not lead each other.
 */
export function leads(lead: Member, employee: Member, parents: Parents): boolean {
  if (!lead.isLead || lead.id === employee.id) return false
  if (lead.teamId === employee.teamId) return !employee.isLead
  return teamsAbove(employee.teamId, parents).includes(lead.teamId)
}

/** Returns the leads of somebody, the nearest first. */
export function leadsOf<M extends Member>(employee: Member, people: readonly M[], parents: Parents): M[] {
  const above = teamsAbove(employee.teamId, parents)
  const theirs = people.filter(one => leads(one, employee, parents))
  return theirs.sort((a, b) => above.indexOf(a.teamId) - above.indexOf(b.teamId))
}
