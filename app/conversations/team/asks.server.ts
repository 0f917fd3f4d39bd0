import { dayIn } from '~/calendar'
import { config } from '~/config.server'
import { hasRole, type Person, promisers } from '~/people/rules'
import { listAsked } from './agreeing.server'
import type { TeamTalkAsk } from './asks'
import { asTalkShown } from './shown.server'
import { talksOf } from './store.server'
import { ownTeamsOf, teamNamesTold } from './teams.server'

/** Agreements that are named at once; the others stand in the cycle. @source experience.md, "Home": what is not read does not ask */
const mostNamed = 3

/** Returns what team talks ask of this person: promises of management, and of a lead what became of the last talk. */
export async function teamTalkAsks(person: Person, at: Date): Promise<TeamTalkAsk[]> {
  const wanted = hasRole(person, promisers) ? await promisesWanted() : []
  return [...wanted, ...(await talkUnsaid(person, at))]
}

async function promisesWanted(): Promise<TeamTalkAsk[]> {
  const asked = await listAsked()
  if (asked.length === 0) return []
  const nameOf = await teamNamesTold()
  const named = asked.slice(0, mostNamed).map(({ id, action, teamId }) => ({ id, action, team: nameOf(teamId) }))
  return [{ kind: 'promiseWanted', count: asked.length, agreements: named }]
}

/** The latest talk whose day has passed while nobody said whether it was held. */
async function talkUnsaid(person: Person, at: Date): Promise<TeamTalkAsk[]> {
  const teams = await ownTeamsOf(person)
  const today = dayIn(config.timeZone, at)
  const talks = (await talksOf(teams.map(({ id }) => id))).map(asTalkShown)
  const unsaid = talks.find(({ state, plannedOn }) => state === 'planned' && plannedOn < today)
  if (!unsaid) return []
  const { id, plannedOn, teamId } = unsaid
  return [{ kind: 'talkUnsaid', talk: { id, plannedOn, team: teams.find(team => team.id === teamId)!.name } }]
}
