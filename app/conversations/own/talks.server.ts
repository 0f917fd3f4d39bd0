import { and, asc, eq, inArray, ne, or } from 'drizzle-orm'
import { db, developmentPlans, keyWraps, ownKeys, persons, teamTalks } from '#db'
import type { Told } from '~/people/own/holdings'
import type { Source } from '~/people/own/holdings.server'
import { fullName } from '~/people/rules'
import { listConversations } from '../one-to-ones/store.server'
import { logOf } from './log.server'
import { ownThings } from './things.server'

// What talks leave behind with a name. To a lead an invitation that was declined is one without an answer, here too.

/** Everything about talks that names a person, by table and column. */
export const talkSources: Record<string, Source> = {
  'ownKeys.personId': id =>
    db.select({ publicKey: ownKeys.publicKey, madeOn: ownKeys.madeOn }).from(ownKeys).where(eq(ownKeys.personId, id)),
  'conversations.employeeId': id => talksAs('employee', id),
  'conversations.leadId': id => talksAs('lead', id),
  'developmentPlans.personId': id => {
    const { sight, reviewOn, changedOn, personId } = developmentPlans
    return db.select({ sight, reviewOn, changedOn }).from(developmentPlans).where(eq(personId, id))
  },
  'keyWraps.personId': accessOf,
  'accessLog.actorId': logOf,
  'teamTalks.leadId': async id => {
    const { state, plannedFor, heldOn, leadId } = teamTalks
    const rows = await db.select({ state, plannedFor, heldOn }).from(teamTalks).where(eq(leadId, id))
    return rows.map(row => ({ ...row, plannedFor: row.plannedFor.toISOString() }))
  },
}

async function talksAs(party: 'employee' | 'lead', personId: string): Promise<Told[]> {
  const talks = await listConversations(personId, new Date())
  return talks
    .filter(talk => talk.party === party)
    .map(({ other, invitedBy, state, invitedOn, plannedFor, heldOn, endedOn }) => ({
      ...{ with: other.name, as: party, invitedBy, state, invitedOn, plannedFor: plannedFor?.toISOString() ?? null },
      ...{ heldOn, endedOn },
    }))
}

/** Returns what somebody can open, and who else can open what is theirs. */
async function accessOf(personId: string): Promise<Told[]> {
  const things = await ownThings(personId)
  const isTheirs = and(inArray(keyWraps.thingId, [...things.keys()]), ne(keyWraps.personId, personId))
  const rows = await db
    .select({ wrap: keyWraps, person: persons })
    .from(keyWraps)
    .innerJoin(persons, eq(persons.id, keyWraps.personId))
    .where(or(eq(keyWraps.personId, personId), isTheirs))
    .orderBy(asc(keyWraps.givenOn), asc(keyWraps.thingId), asc(keyWraps.personId))
  return rows.map(({ wrap: { thingId, givenOn, endsOn }, person }) => ({
    ...{ who: fullName(person), thing: things.get(thingId) ?? 'ofAnother', givenOn, endsOn },
  }))
}
