import type { Jurisdiction } from '~/people/rules'
import type { StaffProblem, StaffRow } from './file'

export type StoredSite = { id: string; name: string; jurisdiction: Jurisdiction }
export type StoredTeam = { id: string; name: string; parentId: string | null; siteId: string }

/** A site as the list wants it. */
export type WantedSite = { name: string; jurisdiction: Jurisdiction }
/** A team as the list wants it; `parent` null hangs it directly under the organisation. */
export type WantedTeam = { name: string; site: string; parent: string | null }

type Tree = { sites: Map<string, WantedSite>; teams: Map<string, WantedTeam>; problems: StaffProblem[] }
type Stored = { sites: StoredSite[]; teams: StoredTeam[] }

/** Names that differ in capitals only are the same team or site. */
export const nameKey = (name: string): string => name.toLowerCase()

/** Returns every site and team after the list is applied, or why the list contradicts itself. */
export function plantTree(rows: StaffRow[], stored: Stored): Tree {
  const { sites, problems: siteProblems } = sitesOf(rows, stored.sites)
  const { teams, problems: teamProblems } = teamsOf(rows, stored)
  const circles = siteProblems.length + teamProblems.length > 0 ? [] : circlesIn(rows, teams)
  return { sites, teams, problems: [...siteProblems, ...teamProblems, ...circles] }
}

function sitesOf(rows: StaffRow[], stored: StoredSite[]) {
  const sites = new Map<string, WantedSite>(stored.map(site => [nameKey(site.name), site]))
  const problems: StaffProblem[] = []
  for (const { line, site: name, country } of rows) {
    const known = sites.get(nameKey(name))
    if (known && country && known.jurisdiction !== country) {
      problems.push({ line, column: 'country', reason: 'countryDiffers' })
    }
    if (!known && country) sites.set(nameKey(name), { name, jurisdiction: country })
  }
  for (const { line, site } of firstRows(rows, row => row.site)) {
    if (!sites.has(nameKey(site))) problems.push({ line, column: 'country', reason: 'countryMissing' })
  }
  return { sites, problems }
}

function teamsOf(rows: StaffRow[], stored: Stored) {
  const teams = storedTeams(stored)
  const problems: StaffProblem[] = []
  for (const [key, members] of groupedBy(rows, row => row.team)) {
    const first = members[0]!
    const parents = members.filter(row => row.parentTeam)
    const parent = parents[0]?.parentTeam ?? (first.parentTeam === undefined ? teams.get(key)?.parent : null) ?? null
    teams.set(key, { name: teams.get(key)?.name ?? first.team, site: first.site, parent })
    const elsewhere = members.find(row => nameKey(row.site) !== nameKey(first.site))
    if (elsewhere) problems.push({ line: elsewhere.line, column: 'site', reason: 'siteDiffers' })
    const torn = parents.find(row => nameKey(row.parentTeam ?? '') !== nameKey(parent ?? ''))
    if (torn) problems.push({ line: torn.line, column: 'parentTeam', reason: 'parentDiffers' })
  }
  addParents(rows, teams)
  return { teams, problems }
}

/** A team that only occurs as a parent stands where its first child stands. */
function addParents(rows: StaffRow[], teams: Map<string, WantedTeam>) {
  for (const { parentTeam, site } of rows) {
    if (!parentTeam || teams.has(nameKey(parentTeam))) continue
    teams.set(nameKey(parentTeam), { name: parentTeam, site, parent: null })
  }
}

function storedTeams({ teams, sites }: Stored): Map<string, WantedTeam> {
  const teamName = new Map(teams.map(team => [team.id, team.name]))
  const siteName = new Map(sites.map(site => [site.id, site.name]))
  return new Map(
    teams.map(({ name, parentId, siteId }) => [
      nameKey(name),
      { name, site: siteName.get(siteId) ?? '', parent: teamName.get(parentId ?? '') ?? null },
    ]),
  )
}

function circlesIn(rows: StaffRow[], teams: Map<string, WantedTeam>): StaffProblem[] {
  const runsInCircle = (start: string) => {
    const passed = new Set<string>()
    let at: string | undefined = nameKey(start)
    while (at !== undefined && !passed.has(at)) {
      passed.add(at)
      const above: string | null | undefined = teams.get(at)?.parent
      at = above ? nameKey(above) : undefined
    }
    return at !== undefined
  }
  return firstRows(rows, row => row.team)
    .filter(({ team }) => runsInCircle(team))
    .map(({ line }) => ({ line, column: 'parentTeam', reason: 'teamCircle' }))
}

function groupedBy(rows: StaffRow[], name: (row: StaffRow) => string): Map<string, StaffRow[]> {
  const groups = new Map<string, StaffRow[]>()
  for (const row of rows) {
    const key = nameKey(name(row))
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  return groups
}

const firstRows = (rows: StaffRow[], name: (row: StaffRow) => string): StaffRow[] =>
  [...groupedBy(rows, name).values()].map(group => group[0]!)
