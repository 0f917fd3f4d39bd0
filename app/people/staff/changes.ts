import { fullName, type Language, type Role } from '~/people/rules'
import type { StaffProblem, StaffRow } from './file'
import { nameKey, plantTree, type StoredSite, type StoredTeam, type WantedSite, type WantedTeam } from './teams'

export type StoredPerson = {
  id: string
  email: string
  givenName: string
  surnamePrefix: string
  surname: string
  teamId: string
  language: Language | null
  roles: Role[]
  hasLeft: boolean
}
export type StaffList = { sites: StoredSite[]; teams: StoredTeam[]; people: StoredPerson[] }

/** What may be different about somebody. */
export type ChangedPart = 'name' | 'roles' | 'team'

/** One line of the difference, as it is shown and as it is applied. */
export type StaffChange = {
  /** Undefined for somebody new; somebody who comes back keeps their id. */
  id: string | undefined
  name: string
  team: string
  fromTeam: string
  parts: ChangedPart[]
  /** Somebody who had left and comes back: without the old roles. */
  fromLeft: boolean
  row: StaffRow
}
export type Leaving = { id: string; name: string; email: string; team: string }

/** The difference between the stored staff and a list. With any problem, nothing of it may be applied. */
export type StaffChanges = {
  added: StaffChange[]
  changed: StaffChange[]
  moved: StaffChange[]
  leaving: Leaving[]
  newTeams: string[]
  newSites: string[]
  /** So many leave that the list is more likely incomplete: only after an explicit yes. */
  manyLeave: boolean
  sites: WantedSite[]
  teams: WantedTeam[]
  problems: StaffProblem[]
}

/**
 * Share of the staff (0–1) that may leave in one list without a second question: a third.
 * Even a year's turnover in a contact centre stays below it.
 *
 * @source product.md: a contact centre loses 18 to 25 % of its people in a year
 */
export const leavingShare = 1 / 3

/** Returns what a list would change, and every reason why it may not. */
export function compareStaff(stored: StaffList, rows: StaffRow[], earlierProblems: StaffProblem[] = []): StaffChanges {
  const tree = plantTree(rows, stored)
  const teamNames = new Map(stored.teams.map(team => [team.id, team.name]))
  const known = new Map(stored.people.map(person => [person.email, person]))
  const compared = rows.map(row => compareOne(row, known.get(row.email), teamNames))
  const here = stored.people.filter(person => !person.hasLeft)
  const leaving = leavingFrom(here, rows, teamNames)
  return {
    added: compared.filter(({ isNew }) => isNew).map(({ change }) => change),
    changed: compared
      .filter(({ isNew, change }) => !isNew && change.parts.some(part => part !== 'team'))
      .map(({ change }) => change),
    moved: compared.filter(({ isNew, change }) => !isNew && change.parts.includes('team')).map(({ change }) => change),
    leaving,
    newTeams: newOnes(tree.teams, stored.teams),
    newSites: newOnes(tree.sites, stored.sites),
    manyLeave: leaving.length > here.length * leavingShare,
    sites: [...tree.sites.values()],
    teams: [...tree.teams.values()],
    problems: [...earlierProblems, ...tree.problems, ...withoutAdministrator(here, rows)].sort(
      (a, b) => a.line - b.line,
    ),
  }
}

function leavingFrom(here: StoredPerson[], rows: StaffRow[], teamNames: Map<string, string>): Leaving[] {
  const listed = new Set(rows.map(row => row.email))
  return here
    .filter(({ email }) => !listed.has(email))
    .map(person => ({
      id: person.id,
      name: fullName(person),
      email: person.email,
      team: teamNames.get(person.teamId) ?? '',
    }))
}

function compareOne(row: StaffRow, person: StoredPerson | undefined, teamNames: Map<string, string>) {
  const fromTeam = person ? (teamNames.get(person.teamId) ?? '') : ''
  const parts: ChangedPart[] = []
  if (person && fullName(person) !== fullName(row)) parts.push('name')
  if (person && row.roles && !sameRoles(person.roles, row.roles)) parts.push('roles')
  if (person && nameKey(fromTeam) !== nameKey(row.team)) parts.push('team')
  const fromLeft = person?.hasLeft ?? false
  const change: StaffChange = { id: person?.id, name: fullName(row), team: row.team, fromTeam, parts, fromLeft, row }
  return { change, isNew: !person || fromLeft }
}

const sameRoles = (some: Role[], others: Role[]) => some.toSorted().join() === others.toSorted().join()

const newOnes = (wanted: Map<string, { name: string }>, stored: { name: string }[]) => {
  const known = new Set(stored.map(({ name }) => nameKey(name)))
  return [...wanted].filter(([key]) => !known.has(key)).map(([, { name }]) => name)
}

/** Nobody could mend a list that removes the last administrator. */
function withoutAdministrator(here: StoredPerson[], rows: StaffRow[]): StaffProblem[] {
  const administrators = here.filter(person => person.roles.includes('platformAdmin'))
  if (administrators.length === 0) return []
  const stored = new Map(here.map(person => [person.email, person.roles]))
  const remains = rows.some(row => (row.roles ?? stored.get(row.email) ?? []).includes('platformAdmin'))
  return remains ? [] : [{ line: 0, column: 'roles', reason: 'lastAdministrator' }]
}
