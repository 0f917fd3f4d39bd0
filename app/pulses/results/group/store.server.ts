import { and, count, desc, eq } from 'drizzle-orm'
import { db, persons, rosterMembers, teams } from '#db'
import type { Day } from '~/calendar'
import { listRounds, type RoundListed } from '../../store.server'
import { readOnce } from '../over-time/known-rounds'
import { changesIn } from '../over-time/past.server'
import { readPublished } from '../published.server'
import { maySee, type Reader } from '../sight'
import { type TeamHung, unitNamed } from './own-unit'
import { type GroupResult, groupResult, narrowed } from './rules'

type Team = Omit<TeamHung, 'aboveIds'>
type RoundNamed = Pick<RoundListed, 'id' | 'number' | 'closesOn' | 'asks'>

/** What a round says of the group of one team. */
export type RoundOfGroup = GroupResult & { round: RoundNamed }

/** Returns the published rounds that this reader may see, the latest first. */
export async function roundsToRead(reader: Reader, today: Day): Promise<RoundListed[]> {
  return (await listRounds()).filter(round => maySee(round, reader, today))
}

/** Reads what a round that its reader may see says of the group that holds a team. */
export async function findGroupResult(round: RoundListed, team: Team): Promise<RoundOfGroup> {
  const published = await publishedOnce(round)
  const unitId = (await unitOnList(round.id, team.id)) ?? unitNamed(published.tree, await hung(team))
  const own = unitId === undefined ? undefined : narrowed(published, unitId)
  const changes = await changesIn({ ...published, ...own, round })
  const { id, number, closesOn, asks } = round
  return { round: { id, number, closesOn, asks }, ...groupResult(published, { team, unitId }, changes) }
}

/** Rounds kept in memory, so that a sheet reads no other group's figures anew. @source our own choice: the last of a year of checks and pulses */
const mostKnown = 6

const publishedOnce = readOnce((round: RoundListed) => readPublished(round), mostKnown)

/**
 * Finds the unit in which most people of a team were counted, for as long as the list of the round is kept. Only the
 * unit leaves this function: it was told to everybody in it before the round opened.
 */
async function unitOnList(roundId: string, teamId: string): Promise<string | undefined> {
  const people = count().mapWith(Number)
  const [most] = await db
    .select({ unitId: rosterMembers.unitId, people })
    .from(rosterMembers)
    .innerJoin(persons, eq(persons.id, rosterMembers.personId))
    .where(and(eq(rosterMembers.roundId, roundId), eq(persons.teamId, teamId)))
    .groupBy(rosterMembers.unitId)
    .orderBy(desc(people), rosterMembers.unitId)
    .limit(1)
  return most?.unitId
}

/** Hangs a team in the organisation as it is now, for a round whose list is gone. */
async function hung(team: Team): Promise<TeamHung> {
  const rows = await db.select({ id: teams.id, parentId: teams.parentId }).from(teams)
  const parents = new Map(rows.map(({ id, parentId }) => [id, parentId]))
  const aboveIds: string[] = []
  for (let at = parents.get(team.id); at && !aboveIds.includes(at); at = parents.get(at)) aboveIds.push(at)
  return { ...team, aboveIds }
}
