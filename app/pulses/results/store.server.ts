import { and, desc, eq, isNull, lte, or } from 'drizzle-orm'
import { db, embargoes, publishedResponses, rounds } from '#db'
import { manifestCode } from '~/ballot-box/manifest'
import { dayIn } from '~/calendar'
import { config } from '~/config.server'
import { witnessOfRound } from '~/ledger/awaiting.server'
import { listsConfirmedOn } from '../checks/roster.server'
import { impossibleIn } from '../checks/rules'
import { commentsOf } from '../comments/store.server'
import { findResponse, listRounds } from '../store.server'
import { figuresShown } from './figures-shown'
import { changesIn } from './over-time/past.server'
import { findKept, findPublished, keptUntil, manifestOf } from './published.server'
import { resultsOf } from './rules'
import { maySee, type Reader } from './sight'

export { findKept, findPublished }

/** Finds what the page of a round shows to a reader; nothing before they may see it. */
export async function findResults(roundId: string, reader?: Reader) {
  const published = await findPublished(roundId, reader)
  if (!published) return undefined
  const { round, tree } = published
  return {
    round: { id: round.id, number: round.number, closesOn: round.closesOn, asks: round.asks },
    results: resultsOf(published, await changesIn(published)),
    impossible: impossibleIn(published.totals, tree),
    comments: await commentsOf(roundId, tree),
    response: await responseTo(roundId),
    proof: {
      manifestCode: manifestCode(Buffer.from(round.manifestSha256!, 'base64url')),
      figuresSha256: Buffer.from(round.resultsSha256!, 'base64url').toString('hex'),
      witness: await witnessOf(roundId),
      listsConfirmedOn: await listsConfirmedOn(roundId),
      isCouncilCounted: round.isCouncilHeld,
    },
  }
}

/** Returns the published rounds, the latest first, with what each one asked and until when the works council reads it first. */
export async function listPublished() {
  const published = (await listRounds()).filter(round => round.state === 'published')
  return published.map(round => ({
    id: round.id,
    number: round.number,
    closesOn: round.closesOn,
    hasResponse: round.hasResponse,
    keptUntil: keptUntil(round),
    asks: round.asks,
    questions: figuresShown(manifestOf(round).questions).map(({ id, text }) => ({ id, ...text })),
  }))
}

/** Returns the rounds whose result everybody may read, the latest first: what the works council still reads first is not among them. */
export async function listInSight() {
  const today = dayIn(config.timeZone, new Date())
  const inSight = (await listRounds()).filter(round => maySee(round, undefined, today))
  return inSight.map(({ id, number, closesOn, asks, embargoUntil, hasResponse }) => {
    return { id, number, closesOn, asks, embargoUntil, hasResponse }
  })
}

/** Returns what management last said in public about its rounds, the latest first. */
export async function latestResponses(most: number) {
  const today = dayIn(config.timeZone, new Date())
  const rows = await db
    .select({ response: publishedResponses, roundNumber: rounds.number })
    .from(publishedResponses)
    .innerJoin(rounds, eq(rounds.id, publishedResponses.roundId))
    .leftJoin(embargoes, eq(embargoes.roundId, rounds.id))
    .where(and(eq(rounds.state, 'published'), or(isNull(embargoes.until), lte(embargoes.until, today))))
    .orderBy(desc(rounds.number))
    .limit(most)
  return rows.map(({ response, roundNumber }) => ({ roundNumber, ...asRead(response) }))
}

/** Who cosigned that the round stands in the ledger, and on which day. */
async function witnessOf(roundId: string) {
  const witness = await witnessOfRound(roundId)
  return witness ? { name: witness.name, on: dayIn(config.timeZone, witness.at) } : null
}

async function responseTo(roundId: string) {
  const response = await findResponse(roundId)
  return response && asRead(response)
}

const asRead = ({ roundId, heard, willDo, willNotDo, publishedAt }: typeof publishedResponses.$inferSelect) => ({
  roundId,
  heard,
  willDo,
  willNotDo,
  publishedOn: dayIn(config.timeZone, publishedAt),
})
