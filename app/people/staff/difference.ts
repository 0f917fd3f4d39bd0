import type { StaffChange, StaffChanges } from './changes'
import type { StaffProblem } from './file'

/** The four kinds of difference, in the order in which they are shown. */
export const differenceKinds = ['added', 'changed', 'moved', 'leaving'] as const
export type DifferenceKind = (typeof differenceKinds)[number]

/** Somebody in the difference. `fromTeam` only when they move. */
export type DifferenceLine = {
  name: string
  email: string
  team: string
  fromTeam: string
  parts: ('name' | 'roles')[]
}
export type DifferenceGroup = { kind: DifferenceKind; count: number; lines: DifferenceLine[] }

/** A difference as a person can look at it: counted in full, listed in part. */
export type Difference = {
  version: number
  groups: DifferenceGroup[]
  newTeams: string[]
  newSites: string[]
  manyLeave: boolean
  changesNothing: boolean
  problemCount: number
  problems: StaffProblem[]
}

/** Lines of one kind that are listed; the rest is counted. Nobody checks more by eye. @source our own choice */
export const mostLinesShown = 100

/** Returns what a page shows of a difference. */
export function differenceOf({ version, changes }: { version: number; changes: StaffChanges }): Difference {
  const leaving = changes.leaving.map(one => ({ ...one, fromTeam: '', parts: [] }))
  const groups: DifferenceGroup[] = [
    group('added', changes.added.map(asLine)),
    group('changed', changes.changed.map(asLine)),
    group('moved', changes.moved.map(asLine)),
    group('leaving', leaving),
  ].filter(({ count }) => count > 0)
  const { newTeams, newSites, manyLeave, problems } = changes
  return {
    version,
    groups,
    newTeams,
    newSites,
    manyLeave,
    changesNothing: groups.length === 0 && newTeams.length === 0 && newSites.length === 0,
    problemCount: problems.length,
    problems: problems.slice(0, mostLinesShown),
  }
}

const group = (kind: DifferenceKind, lines: DifferenceLine[]): DifferenceGroup => ({
  kind,
  count: lines.length,
  lines: lines
    .slice(0, mostLinesShown)
    .map(({ name, email, team, fromTeam, parts }) => ({ name, email, team, fromTeam, parts })),
})

const asLine = ({ name, team, fromTeam, parts, row }: StaffChange): DifferenceLine => ({
  name,
  email: row.email,
  team,
  fromTeam: parts.includes('team') ? fromTeam : '',
  parts: parts.filter(part => part !== 'team'),
})
