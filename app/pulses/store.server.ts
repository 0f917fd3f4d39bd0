import { and, asc, count, desc, eq, isNull, lt, ne } from 'drizzle-orm'
import {
  barrierChecks,
  councilKeys,
  type Db,
  db,
  embargoes,
  organisation,
  persons,
  publishedResponses,
  rounds,
  teams,
  transact,
} from '#db'
import { type Day, dayIn } from '~/calendar'
import { config } from '~/config.server'
import { refuse } from '~/decision'
import { awaitsWitness } from '~/ledger/awaiting.server'
import { append } from '~/ledger/store.server'
import { responsePublished } from './bearing-witness'
import type { RoundKind } from './drafting/rules'
import { publishResponse, type RoundBefore, type Witnessing } from './rules'
import { cutUnits, type TeamNode } from './units'

export type RoundRow = typeof rounds.$inferSelect
/** What is only written down about some rounds: that the works council holds the key, that it is a check, that it reads first. */
type Special = { isCouncilHeld: boolean; asks: RoundKind; embargoUntil?: Day }
/** A round with what stands about it elsewhere; `isCouncilHeld`: only the works council can open its ballots. */
export type RoundListed = RoundRow & Witnessing & Special & { hasResponse: boolean; awaitsCouncilKey: boolean }

type Answered = {
  round: RoundRow
  response: string | null
  council: string | null
  key: string | null
  withMirror: boolean | null
  embargoUntil: Day | null
}

/** Only a round that is issuing can wait for a witness: without one it never comes further. */
async function listed({ round, response, council, key, ...special }: Answered, from: Db): Promise<RoundListed> {
  const awaits = round.state === 'issuing' && (await awaitsWitness(from, round.openedSeq))
  const held = { isCouncilHeld: council !== null, awaitsCouncilKey: council !== null && key === null }
  const asks = special.withMirror === null ? 'pulse' : special.withMirror ? 'checkWithMirror' : 'check'
  const embargoUntil = special.embargoUntil ?? undefined
  return { ...round, ...held, asks, embargoUntil, hasResponse: response !== null, awaitsWitness: awaits }
}

const roundsWithResponse = (from: Db) =>
  from
    .select({
      round: rounds,
      response: publishedResponses.roundId,
      council: councilKeys.roundId,
      key: councilKeys.signingKey,
      withMirror: barrierChecks.withMirror,
      embargoUntil: embargoes.until,
    })
    .from(rounds)
    .leftJoin(barrierChecks, eq(barrierChecks.roundId, rounds.id))
    .leftJoin(embargoes, eq(embargoes.roundId, rounds.id))
    .leftJoin(councilKeys, eq(councilKeys.roundId, rounds.id))
    .leftJoin(publishedResponses, eq(publishedResponses.roundId, rounds.id))

/** Returns all rounds, the latest first. */
export async function listRounds(from: Db = db): Promise<RoundListed[]> {
  const rows = await roundsWithResponse(from).orderBy(desc(rounds.number))
  return Promise.all(rows.map(row => listed(row, from)))
}

/** Finds one round. */
export async function findRound(id: string, from: Db = db): Promise<RoundListed | undefined> {
  const [row] = await roundsWithResponse(from).where(eq(rounds.id, id))
  return row && listed(row, from)
}

/**
 * Finds the round before this one: its answer is owed before anything is asked again.
 * Void rounds are passed over, so that ending one never ends that debt.
 */
export async function findRoundBefore(number: number, from: Db = db): Promise<RoundBefore | undefined> {
  const earlier = and(lt(rounds.number, number), ne(rounds.state, 'void'))
  const [row] = await roundsWithResponse(from).where(earlier).orderBy(desc(rounds.number)).limit(1)
  return row && { ...row.round, hasResponse: row.response !== null }
}

/** Records what management does with a result. There is no way to change it afterwards. */
export function recordResponse(roundId: string, said: { heard: string; willDo: string; willNotDo: string }, at: Date) {
  return transact(async tx => {
    const round = await findRound(roundId, tx)
    if (!round) return refuse('noSuchRound')
    const decision = publishResponse(round, round.hasResponse, dayIn(config.timeZone, at))
    if (!decision.ok) return decision
    await tx.insert(publishedResponses).values({ roundId, ...said, publishedAt: at })
    await append(tx, responsePublished(roundId, said), at)
    return decision
  })
}

/** Finds the published response to a round. */
export async function findResponse(roundId: string) {
  const [response] = await db.select().from(publishedResponses).where(eq(publishedResponses.roundId, roundId))
  return response
}

/** Returns the organisation as it is now, cut into reporting units: what a preview shows and issuing freezes. */
export async function currentUnits(from: Db = db) {
  return cutUnits(await teamTree(from))
}

/** Counts everybody who works here now. */
export async function headCount(): Promise<number> {
  const [row] = await db
    .select({ people: count().mapWith(Number) })
    .from(persons)
    .where(isNull(persons.leftAt))
  return row?.people ?? 0
}

/** Returns the name of the organisation. */
export async function organisationName(from: Db = db): Promise<string> {
  const [row] = await from.select().from(organisation)
  return row?.name ?? ''
}

async function teamTree(from: Db): Promise<TeamNode> {
  const everyTeam = await from.select().from(teams).orderBy(asc(teams.id))
  const members = await from
    .select({ id: persons.id, teamId: persons.teamId })
    .from(persons)
    .where(isNull(persons.leftAt))
  const nodeOf = (team: { id: string | null; name: string }): TeamNode => ({
    id: team.id ?? 'organisation',
    label: team.name,
    memberIds: members.filter(member => member.teamId === team.id).map(member => member.id),
    children: everyTeam.filter(child => child.parentId === team.id).map(nodeOf),
  })
  return nodeOf({ id: null, name: await organisationName(from) })
}
