import { allow, type Decision, refuse } from '~/decision'

/**
 * People. A reporting unit has at least this many on its roster when the round opens: one above the smallest
 * published cell, so that a single absentee does not take away the unit's own figure.
 * @source rule set K7c2.v1, R1
 */
export const smallestRoster = 8

/** A team as the organisation knows it. `memberIds` are its direct members; those of teams below it are not repeated. */
export interface TeamNode {
  id: string
  label: string
  memberIds: readonly string[]
  children: readonly TeamNode[]
}

/** Teams counted together for one round. `mergedTeamLabels` names them all; a single name means: one team, by itself. */
export interface ReportingUnit {
  id: string
  label: string
  memberIds: string[]
  mergedTeamLabels: string[]
}

/** The tree as frozen at opening: inner nodes are the organisation's, leaves are reporting units with their roster. */
export interface UnitNode {
  id: string
  label: string
  roster?: number
  children?: readonly UnitNode[]
}

/** Returns the ids of the units in a tree, in the order of the tree. */
export function unitIdsOf(node: UnitNode): string[] {
  return node.children ? node.children.flatMap(unitIdsOf) : [node.id]
}

/** Tells the people of one team, before the round opens, with which teams they are counted. */
export interface MergedTeam {
  teamId: string
  label: string
  unitId: string
  countedWith: string[]
}

export interface UnitCut {
  units: ReportingUnit[]
  tree: UnitNode
  merged: MergedTeam[]
}

type Team = Pick<TeamNode, 'id' | 'label' | 'memberIds'>
/** Either a branch, which has children, or a unit to be, which has teams. */
type Draft = { node: TeamNode; teams: Team[]; children: Draft[] }
type Cut = { kept: Draft[]; rest: Team[] }

/**
 * Cuts the organisation into reporting units, bottom-up, and freezes the tree in which they are counted.
 *
 * A team of `smallestRoster` or more is a unit of its own. Smaller ones are pooled at their parent as soon as they are
 * enough together, else one level higher; what is left at the top joins the smallest unit (the first one, if several
 * are equally small). People directly in an inner node are a team of their own in that node. Everybody is in exactly
 * one unit, and the same teams give the same units in whatever order they arrive.
 * @source rule set K7c2.v1, R1
 */
export function cutUnits(organisation: TeamNode): Decision<UnitCut, 'tooFewPeople'> {
  refuseDoubles(organisation)
  const { kept, rest } = cutBranch(organisation)
  const tree: Draft = { node: organisation, teams: [], children: kept }
  const drafts = leavesOf(tree)
  const smallest = drafts.reduce<Draft | undefined>(
    (least, one) => (least && roster(least) <= roster(one) ? least : one),
    undefined,
  )
  if (!smallest) return refuse('tooFewPeople')
  smallest.teams.push(...rest)
  const units = new Map(drafts.map((draft, place) => [draft, asUnit(draft, `U${place + 1}`)]))
  return allow({
    units: [...units.values()],
    tree: freeze(tree, units),
    merged: drafts.flatMap(draft => mergedTeams(draft, units)),
  })
}

/** Cuts one node: a branch by its parts, a team by its size. Nobody in it means nothing of it. */
function cutNode(node: TeamNode): Cut {
  if (node.children.length > 0) {
    const { kept, rest } = cutBranch(node)
    return { kept: kept.length > 0 ? [{ node, teams: [], children: kept }] : [], rest }
  }
  if (node.memberIds.length >= smallestRoster) return { kept: [{ node, teams: [node], children: [] }], rest: [] }
  return { kept: [], rest: node.memberIds.length > 0 ? [node] : [] }
}

/** Cuts what is in a branch, and pools what is too small there once it is enough together. */
function cutBranch(node: TeamNode): Cut {
  const directMembers: TeamNode = { ...node, children: [] }
  const cuts = [directMembers, ...[...node.children].sort(byLabel)].map(cutNode)
  const kept = cuts.flatMap(cut => cut.kept)
  const rest = cuts.flatMap(cut => cut.rest)
  if (headCount(rest) < smallestRoster) return { kept, rest }
  return { kept: [...kept, { node, teams: rest, children: [] }], rest: [] }
}

const headCount = (teams: readonly Team[]) => teams.reduce((people, team) => people + team.memberIds.length, 0)
const roster = (draft: Draft) => headCount(draft.teams)
const leavesOf = (draft: Draft): Draft[] => (draft.teams.length > 0 ? [draft] : draft.children.flatMap(leavesOf))
const compare = (a: string, b: string) => Number(a > b) - Number(a < b)
const byLabel = (a: TeamNode, b: TeamNode) => compare(a.label, b.label) || compare(a.id, b.id)

function asUnit({ teams }: Draft, id: string): ReportingUnit {
  const labels = teams.map(team => team.label)
  return {
    id,
    label: joined(labels),
    memberIds: teams.flatMap(team => team.memberIds).sort(),
    mergedTeamLabels: labels,
  }
}

/** Joins names without needing a language: "Nacht + Planning", and from the fourth on only how many more. */
function joined(labels: string[]): string {
  const more = labels.length - 3
  return [...labels.slice(0, 3), ...(more > 0 ? [`${more}`] : [])].join(' + ')
}

function freeze(draft: Draft, units: Map<Draft, ReportingUnit>): UnitNode {
  const unit = units.get(draft)
  if (unit) return { id: unit.id, label: unit.label, roster: unit.memberIds.length }
  return { id: draft.node.id, label: draft.node.label, children: draft.children.map(child => freeze(child, units)) }
}

function mergedTeams(draft: Draft, units: Map<Draft, ReportingUnit>): MergedTeam[] {
  const unitId = units.get(draft)?.id
  if (!unitId || draft.teams.length < 2) return []
  return draft.teams.map(team => {
    const countedWith = draft.teams.filter(other => other !== team).map(other => other.label)
    return { teamId: team.id, label: team.label, unitId, countedWith }
  })
}

/** Somebody who counts twice would make a unit look larger, and so safer, than it is. */
function refuseDoubles(organisation: TeamNode): void {
  const everybody = (node: TeamNode): string[] => [...node.memberIds, ...node.children.flatMap(everybody)]
  const ids = everybody(organisation)
  if (new Set(ids).size !== ids.length) throw new RangeError('a person is in more than one team')
}
