import { eq } from 'drizzle-orm'
import {
  confidants,
  db,
  examAnswers,
  leadPredictions,
  personRoles,
  persons,
  redactionRequests,
  rosterConfirmations,
  selfCheckAnswers,
  selfChecks,
  sessions,
  signInLinks,
  teams,
  witnessProposals,
} from '#db'
import { fullName } from '../rules'
import { groupSources } from './groups.server'
import { type Holding, type HoldingName, holdingNames, type Told } from './holdings'
import { roundSources } from './rounds.server'

/** Reads the rows in which one column names a person. */
export type Source = (personId: string) => Promise<Told[]>

const account: Record<string, Source> = {
  'persons.id': async personId => {
    const rows = await db
      .select({ person: persons, team: teams.name })
      .from(persons)
      .innerJoin(teams, eq(teams.id, persons.teamId))
      .where(eq(persons.id, personId))
    return rows.map(({ person, team }) => ({
      ...{ name: fullName(person), email: person.email, team, language: person.language },
      hasPassword: person.passwordHash !== null,
    }))
  },
  'personRoles.personId': id =>
    db.select({ role: personRoles.role }).from(personRoles).where(eq(personRoles.personId, id)),
  'sessions.personId': async id => ends(await db.select().from(sessions).where(eq(sessions.personId, id))),
  'signInLinks.personId': async id => ends(await db.select().from(signInLinks).where(eq(signInLinks.personId, id))),
}

const ends = (rows: readonly { expiresAt: Date }[]): Told[] =>
  rows.map(({ expiresAt }) => ({ endsAt: expiresAt.toISOString() }))

const written: Record<string, Source> = {
  'confidants.personId': id =>
    db.select({ since: confidants.since }).from(confidants).where(eq(confidants.personId, id)),
  'selfCheckAnswers.changedBy': id => {
    const { roundId: round, part, itemId: item, value, changedBy } = selfCheckAnswers
    return db.select({ round, part, item, value }).from(selfCheckAnswers).where(eq(changedBy, id))
  },
  'selfChecks.handedInBy': id => {
    const { roundId: round, handedInOn, handedInBy } = selfChecks
    return db.select({ round, handedInOn }).from(selfChecks).where(eq(handedInBy, id))
  },
  'leadPredictions.personId': id => {
    const { roundId: round, barrier, ofTen, personId } = leadPredictions
    return db.select({ round, barrier, ofTen }).from(leadPredictions).where(eq(personId, id))
  },
  'examAnswers.changedBy': id => {
    const { questionId: item, body, publishedOn, changedBy } = examAnswers
    return db.select({ item, body, publishedOn }).from(examAnswers).where(eq(changedBy, id))
  },
  'rosterConfirmations.confirmedBy': id => {
    const { roundId: round, confirmedOn, confirmedBy } = rosterConfirmations
    return db.select({ round, confirmedOn }).from(rosterConfirmations).where(eq(confirmedBy, id))
  },
}

const proposal = {
  ...{ name: witnessProposals.name, publicKey: witnessProposals.key, state: witnessProposals.state },
  ...{ proposedOn: witnessProposals.proposedOn, registeredOn: witnessProposals.registeredOn },
}
const inTheLedger: Record<string, Source> = {
  'witnessProposals.proposedBy': id =>
    db.select(proposal).from(witnessProposals).where(eq(witnessProposals.proposedBy, id)),
  'witnessProposals.registeredBy': id =>
    db.select(proposal).from(witnessProposals).where(eq(witnessProposals.registeredBy, id)),
  'redactionRequests.requestedBy': id => {
    const { reason, state, requestedOn, decidedOn, requestedBy } = redactionRequests
    return db.select({ reason, state, requestedOn, decidedOn }).from(redactionRequests).where(eq(requestedBy, id))
  },
}

/** Everything outside the talks that names a person, by table and column. */
export const sources: Record<string, Source> = {
  ...account,
  ...roundSources,
  ...written,
  ...inTheLedger,
  ...groupSources,
}

/** Reads everything that these sources hold of a person. */
export async function holdingsFrom(all: Record<string, Source>, personId: string): Promise<Holding[]> {
  const read = Object.entries(all).map(async ([column, source]): Promise<Holding> => {
    const about = holdingNames.find(name => column.startsWith(`${name}.`)) as HoldingName
    return { about, rows: await source(personId) }
  })
  return Promise.all(read)
}
