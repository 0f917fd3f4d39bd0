import { dayIn } from '~/calendar'
import { config } from '~/config.server'
import type { Person } from '~/people/rules'
import { clockIn } from '../clock'
import { asAgreementShown, type TalkShown, teamShown } from './shown'
import { agreementsOf, findAgreement, findTalk, openAgreements, type TalkRow, talksOf } from './store.server'
import { findTeam, ownTeamsOf } from './teams.server'

type Reader = Pick<Person, 'id' | 'roles' | 'teamId'>

/** Returns what somebody may read of team talks: a lead of the teams they lead, everybody else of their own team. */
export async function teamsInSight(reader: Reader, at: Date) {
  const today = dayIn(config.timeZone, at)
  const { teams, leads } = await readableTeams(reader)
  const ids = teams.map(({ id }) => id)
  const talks = (await talksOf(ids)).map(asTalkShown)
  const agreements = await agreementsOf(ids)
  return { leads, today, teams: teams.map(team => teamShown(team, talks, agreements, today)) }
}

/**
 * Returns a talk with what was agreed in it and what is still open from before, when it is of a team that this person
 * reads; of any other team it does not exist.
 */
export async function talkInSight(id: string, reader: Reader, at: Date) {
  const talk = await findTalk(id)
  const { teams, leads } = await readableTeams(reader)
  const team = talk && teams.find(one => one.id === talk.teamId)
  if (!team) return undefined
  const today = dayIn(config.timeZone, at)
  const ofTalk = (await agreementsOf([team.id])).filter(one => one.talkId === id)
  const earlier = (await openAgreements(team.id)).filter(one => one.talkId !== id && one.agreedOn <= dayOf(talk))
  return {
    ...{ talk: asTalkShown(talk), team: { id: team.id, name: team.name }, leads, today },
    agreed: ofTalk.map(one => asAgreementShown(one, today)),
    earlier: earlier.map(one => asAgreementShown(one, today)),
  }
}

/** Returns an agreement for the lead of its team; for anybody else it does not exist. */
export async function agreementInSight(id: string, lead: Reader, at: Date) {
  const found = await findAgreement(id)
  const team = found && (await ownTeamsOf(lead)).find(one => one.id === found.teamId)
  const listed = team && (await agreementsOf([team.id])).find(one => one.id === id)
  return listed && { agreement: asAgreementShown(listed, dayIn(config.timeZone, at)), team: team.name }
}

async function readableTeams(reader: Reader) {
  const own = await ownTeamsOf(reader)
  if (own.length > 0) return { teams: own, leads: true }
  const team = await findTeam(reader.teamId)
  return { teams: team ? [team] : [], leads: false }
}

const dayOf = ({ heldOn, plannedFor }: TalkRow) => heldOn ?? clockIn(config.timeZone, plannedFor).day

/** Returns a talk with the day and time on the clock here. */
export function asTalkShown({ plannedFor, leadId: _, askedInRoundId: __, ...talk }: TalkRow): TalkShown {
  const { day, time } = clockIn(config.timeZone, plannedFor)
  return { ...talk, plannedOn: day, time }
}
