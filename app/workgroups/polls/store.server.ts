import { and, asc, eq, isNull, or } from 'drizzle-orm'
import { questionAboutPlan } from 'surveys/peer-poll/v1'
import { type Db, db, peerQuestions, proposals, publishedCells, rounds } from '#db'
import type { Manifest } from '~/ballot-box/manifest'
import { dayIn } from '~/calendar'
import { config } from '~/config.server'
import { allow, refuse } from '~/decision'
import { type PublishedFigure, sumOfFigures } from '~/pulses/disclosure/rules'
import { inProposal } from '../votes/voting.server'
import { askColleagues, isToBeAsked, mostPolls, type Poll } from './rules'

/** Selects the questions about plans, each with the round that asks it. */
const pollRows = (from: Db) =>
  from
    .select({ question: peerQuestions, plan: proposals, round: rounds })
    .from(peerQuestions)
    .innerJoin(proposals, eq(proposals.id, peerQuestions.proposalId))
    .leftJoin(rounds, eq(rounds.id, peerQuestions.roundId))

/** Lets the next round ask colleagues about a plan. */
export function recordPoll(proposalId: string, personId: string, at: Date) {
  return inProposal(proposalId, personId, at, async (tx, proposal) => {
    const rows = await pollRows(tx).where(eq(peerQuestions.proposalId, proposalId))
    const decision = askColleagues(proposal, rows.length > 0)
    if (decision.ok) await tx.insert(peerQuestions).values({ proposalId, askedOn: dayIn(config.timeZone, at) })
    return decision
  })
}

/** Takes a question back that no round has taken along; pressed twice it does nothing more. */
export function recordPollTakenBack(proposalId: string, personId: string, at: Date) {
  return inProposal(proposalId, personId, at, async tx => {
    const [row] = await pollRows(tx).where(eq(peerQuestions.proposalId, proposalId))
    if (row && !isWaiting(row)) return refuse('takenAlong')
    await tx.delete(peerQuestions).where(eq(peerQuestions.proposalId, proposalId))
    return allow(null)
  })
}

/** Returns what the next round asks about plans of working groups: the oldest question that waits. */
export const waitingPolls = async (): Promise<Manifest['questions']> => (await nextPolls(db)).map(({ asked }) => asked)

/** Gives the question that waits to a round that starts, for good unless it ends as void; returns it for its manifest. */
export async function takePollsAlong(tx: Db, roundId: string): Promise<Manifest['questions']> {
  const taken = await nextPolls(tx)
  for (const { asked } of taken)
    await tx.update(peerQuestions).set({ roundId }).where(eq(peerQuestions.proposalId, asked.id))
  return taken.map(({ asked }) => asked)
}

/** A round without a result has asked nothing; a plan that was rejected meanwhile is not asked about. */
async function nextPolls(from: Db) {
  const waits = or(isNull(peerQuestions.roundId), eq(rounds.state, 'void'))
  const rows = await pollRows(from).where(waits).orderBy(asc(peerQuestions.askedOn), asc(peerQuestions.proposalId))
  const open = rows.filter(({ plan }) => isToBeAsked(plan)).slice(0, mostPolls)
  return open.map(({ plan: { id, title } }) => {
    const { nl, en, fr } = questionAboutPlan(title)
    return { asked: { id, kind: 'agree5', text_nl: nl, text_en: en, text_fr: fr } }
  })
}

/** Finds what colleagues were asked about a plan, and what was published of their answers. */
export async function findPoll(proposalId: string): Promise<Poll | null> {
  const [row] = await pollRows(db).where(eq(peerQuestions.proposalId, proposalId))
  if (!row) return null
  const { askedOn } = row.question
  const isPublished = row.round?.state === 'published'
  const round = row.round && !isWaiting(row) ? row.round : null
  return {
    ...{ askedOn, isPublished, round: round && { id: round.id, number: round.number, closesOn: round.closesOn } },
    figure: isPublished && round ? await figureOf(proposalId, round.id) : null,
  }
}

const isWaiting = ({ round }: { round: { state: string } | null }) => round === null || round.state === 'void'

async function figureOf(itemId: string, roundId: string): Promise<PublishedFigure | null> {
  const ofPlan = and(eq(publishedCells.itemId, itemId), eq(publishedCells.roundId, roundId))
  const cells = await db.select().from(publishedCells).where(ofPlan)
  const figures = cells.map(
    ({ n, ...cell }): PublishedFigure => ({
      n,
      favourable: [cell.favourableLow, cell.favourableHigh],
      unfavourable: [cell.unfavourableLow, cell.unfavourableHigh],
    }),
  )
  return figures.length > 0 ? sumOfFigures(figures) : null
}
