import { and, asc, desc, eq, gte, inArray, isNull } from 'drizzle-orm'
import { type Db, db, teamAgreements, teamTalks } from '#db'
import type { Day } from '~/calendar'
import { type AgreementFacts, type AgreementListed, carried } from './agreements'
import type { TeamTalkState } from './rules'

/** A talk with a team as it is kept: that it was planned and held, and from what; never who said what. */
export type TalkRow = typeof teamTalks.$inferSelect & { state: TeamTalkState }

/** Finds one talk, whatever its state. */
export async function findTalk(id: string, from: Db = db): Promise<TalkRow | undefined> {
  const [row] = await from.select().from(teamTalks).where(eq(teamTalks.id, id))
  return row
}

/** Returns the talks of some teams that were not cancelled, the latest first. */
export async function talksOf(teamIds: readonly string[], from: Db = db): Promise<TalkRow[]> {
  if (teamIds.length === 0) return []
  const rows = await from
    .select()
    .from(teamTalks)
    .where(inArray(teamTalks.teamId, [...teamIds]))
    .orderBy(desc(teamTalks.plannedFor), asc(teamTalks.id))
  return rows.filter(({ state }) => state !== 'cancelled')
}

/** Finds the last talk that was held with a team. */
export async function lastTalk(teamId: string, from: Db = db): Promise<TalkRow | undefined> {
  const [row] = await from
    .select()
    .from(teamTalks)
    .where(and(eq(teamTalks.teamId, teamId), eq(teamTalks.state, 'held')))
    .orderBy(desc(teamTalks.heldOn), desc(teamTalks.plannedFor), asc(teamTalks.id))
    .limit(1)
  return row
}

/**
 * Returns the talks that were held on a day or later, in the order of the days, of all teams together. With
 * `askedInRoundId` a round says that it asks about them; absent as long as none does.
 */
export const talksHeldSince = (day: Day, from: Db = db): Promise<TalkRow[]> =>
  from
    .select()
    .from(teamTalks)
    .where(and(eq(teamTalks.state, 'held'), gte(teamTalks.heldOn, day)))
    .orderBy(asc(teamTalks.heldOn), asc(teamTalks.id))

/** Returns what a team agreed and has not ended, what is due first first, each with how many talks it has been carried through. */
export async function openAgreements(teamId: string, from: Db = db): Promise<AgreementListed[]> {
  const open = and(eq(teamAgreements.teamId, teamId), isNull(teamAgreements.outcome))
  const rows = await from
    .select()
    .from(teamAgreements)
    .where(open)
    .orderBy(asc(teamAgreements.dueOn), asc(teamAgreements.id))
  return withTalks(rows, from)
}

/** Returns all that some teams ever agreed, the latest agreement first, each with how many talks it was carried through. */
export const agreementsOf = async (teamIds: readonly string[], from: Db = db): Promise<AgreementListed[]> =>
  withTalks(await agreementsKept(teamIds, from), from)

/** Returns all that some teams ever agreed as it is kept, the latest first: enough to count, however many there are. */
export async function agreementsKept(teamIds: readonly string[], from: Db = db): Promise<AgreementFacts[]> {
  if (teamIds.length === 0) return []
  return from
    .select()
    .from(teamAgreements)
    .where(inArray(teamAgreements.teamId, [...teamIds]))
    .orderBy(desc(teamAgreements.agreedOn), asc(teamAgreements.dueOn), asc(teamAgreements.id))
}

/** Finds one agreement. */
export async function findAgreement(id: string, from: Db = db): Promise<AgreementFacts | undefined> {
  const [row] = await from.select().from(teamAgreements).where(eq(teamAgreements.id, id))
  return row
}

/** Counts for each agreement the talks that were held with its team since. */
async function withTalks(rows: readonly AgreementFacts[], from: Db): Promise<AgreementListed[]> {
  const teamIds = [...new Set(rows.map(({ teamId }) => teamId))]
  if (teamIds.length === 0) return []
  const held = await from
    .select({ id: teamTalks.id, teamId: teamTalks.teamId, heldOn: teamTalks.heldOn })
    .from(teamTalks)
    .where(and(eq(teamTalks.state, 'held'), inArray(teamTalks.teamId, teamIds)))
  return rows.map(row => ({ ...row, carried: carried(row, held) }))
}
