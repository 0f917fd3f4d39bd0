import { and, asc, eq, inArray, isNotNull, isNull, or } from 'drizzle-orm'
import { db, personRoles, persons, teamAgreements } from '#db'
import { dayIn } from '~/calendar'
import { config } from '~/config.server'
import { hasRole, type Person, promisers } from '~/people/rules'
import { isLate } from '../team/agreements'
import { hasLead, type TeamPlace } from '../team/own-teams'
import { asTalkShown } from '../team/shown.server'
import { agreementsKept, talksOf } from '../team/store.server'
import { ledTeams, ownTeamsOf, teamNamesTold, teamsInOrder } from '../team/teams.server'
import { type CycleRound, cycleOf, overseenOwners, overseesCycle } from './rules'

type Reader = Pick<Person, 'id' | 'roles' | 'teamId'>

/**
 * Returns what followed one result, for the teams that this person reads: an overseer all of them as counts, a lead
 * those they lead, everybody else their own.
 *
 * @param rounds results that everybody may read, the latest first
 * @param asked the result to follow; the latest when it is none of them
 */
export async function cycleInSight(rounds: readonly CycleRound[], asked: string | null, reader: Reader, at: Date) {
  const today = dayIn(config.timeZone, at)
  const place = Math.max(
    0,
    rounds.findIndex(({ id }) => id === asked),
  )
  const teams = await teamsToFollow(reader)
  const ids = teams.map(({ id }) => id)
  const said = { talks: (await talksOf(ids)).map(asTalkShown), agreements: await agreementsKept(ids) }
  const [now] = cycleOf(rounds.slice(Math.max(0, place - 1), place + 1), teams, said, today).slice(-1)
  return {
    cycle: now ?? null,
    others: rounds.filter(({ id }) => id !== now?.id).map(({ id, number }) => ({ id, number })),
  }
}

/** Returns the teams with somebody in them to talk with that somebody follows, in the order of the tree. */
async function teamsToFollow(reader: Reader) {
  const all = await teamsInOrder()
  const names = new Map(all.map(({ id, name }) => [id, name]))
  const led = await ledTeams()
  const inSight = new Set((await teamsRead(reader, all)).map(({ id }) => id))
  const peopled = await peopledTeams()
  return all
    .filter(({ id }) => inSight.has(id) && peopled.has(id))
    .map(({ id, name, parentId }) => ({
      id,
      name,
      above: names.get(parentId ?? '') ?? null,
      isLed: hasLead(id, all, led),
    }))
}

async function teamsRead(reader: Reader, all: readonly TeamPlace[]): Promise<readonly TeamPlace[]> {
  if (overseesCycle(reader)) return all
  const own = await ownTeamsOf(reader)
  return own.length > 0 ? own : all.filter(({ id }) => id === reader.teamId)
}

/** A team of leads only has nobody to hold a talk with, so that nothing of it is late. */
async function peopledTeams(): Promise<Set<string>> {
  const isLead = and(eq(personRoles.personId, persons.id), eq(personRoles.role, 'teamLead'))
  const rows = await db
    .selectDistinct({ teamId: persons.teamId })
    .from(persons)
    .leftJoin(personRoles, isLead)
    .where(and(isNull(persons.leftAt), isNull(personRoles.role)))
  return new Set(rows.map(({ teamId }) => teamId))
}

/**
 * Returns the open agreements that wait for management, HR or ICT, what is due first first. Management reads before
 * them those it is asked to make a promise of. Nobody but an overseer reads agreements of other teams, and no other words of theirs;
 * a team so small that its name names people goes by that of a larger one above it.
 */
export async function agreementsOverseen(reader: Reader, at: Date) {
  if (!overseesCycle(reader)) return []
  const today = dayIn(config.timeZone, at)
  const theirs = inArray(teamAgreements.owner, [...overseenOwners])
  const mayPromise = hasRole(reader, promisers)
  const rows = await db
    .select()
    .from(teamAgreements)
    .where(
      and(isNull(teamAgreements.outcome), mayPromise ? or(theirs, isNotNull(teamAgreements.promiseAskedOn)) : theirs),
    )
    .orderBy(asc(teamAgreements.dueOn), asc(teamAgreements.id))
  const nameOf = await teamNamesTold()
  const waitsForPromise = (row: (typeof rows)[number]) => row.promiseAskedOn !== null && row.promiseId === null
  const wanted = mayPromise ? rows.filter(waitsForPromise) : []
  const inOrder = [...wanted, ...rows.filter(row => !wanted.includes(row))]
  return inOrder.map(({ id, teamId, action, owner, dueOn, promiseAskedOn, promiseId }) => ({
    ...{ id, action, owner, dueOn, promiseId, team: nameOf(teamId) },
    isLate: isLate({ outcome: null, dueOn }, today),
    isAsked: promiseAskedOn !== null,
  }))
}
