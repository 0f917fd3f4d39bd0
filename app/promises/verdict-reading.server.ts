import { eq, isNull } from 'drizzle-orm'
import { type Db, db, promiseQuestions, publishedCells, rounds } from '#db'
import { type PublishedFigure, sumOfFigures } from '~/pulses/disclosure/rules'
import type { Totals } from '~/pulses/published'
import type { RoundState } from '~/pulses/rules'
import type { PromiseInFull } from './register'
import { type StaffQuestion, versionAsked, wordsAt } from './verdict'
import { isFinal } from './words'

type About = Pick<PromiseInFull, 'id' | 'status' | 'first' | 'events'>
type Row = { question: typeof promiseQuestions.$inferSelect; round: typeof rounds.$inferSelect | null }

/** Selects the questions to staff, each with the round that asks it. */
export const questionRows = (from: Db) =>
  from
    .select({ question: promiseQuestions, round: rounds })
    .from(promiseQuestions)
    .leftJoin(rounds, eq(rounds.id, promiseQuestions.roundId))

/** States of a round in which staff judge: from the first token until the figures are out. */
const judging: readonly string[] = ['issuing', 'open', 'closed'] satisfies RoundState[]

/** Returns in which round staff judge now, by promise. */
export async function judgedNow(from: Db): Promise<Map<string, number>> {
  const rows = await questionRows(from).where(isNull(promiseQuestions.verdict))
  return new Map(
    rows.flatMap(({ question, round }) =>
      round && judging.includes(round.state) ? [[question.promiseId, round.number] as const] : [],
    ),
  )
}

/** Tells whether a question waits for a round: no round has it, or the one that had it ended without a result. */
export const isWaiting = ({ question, round }: Row): boolean =>
  question.verdict === null && (round === null || round.state === 'void')

/**
 * Returns what staff were asked about a promise, the latest question first, with what was published of the answers.
 * A question that waited while somebody else decided is not asked any more, and not shown.
 */
export async function staffQuestions(promise: About): Promise<StaffQuestion[]> {
  const all = await questionRows(db).where(eq(promiseQuestions.promiseId, promise.id))
  const rows = all.filter(row => !(isWaiting(row) && isFinal(promise.status)))
  const figures = await figuresOf(promise.id)
  const latest = (a: Row, b: Row) => orderOf(b) - orderOf(a)
  return rows.sort(latest).map(row => {
    const { id, askedOn, verdict } = row.question
    const words = wordsAt(promise, versionAsked(id))
    const figure = (verdict && figures.get(row.question.roundId!)) ?? null
    return { id, askedOn, words, verdict, round: roundOf(row), figure, roster: rosterOf(row) }
  })
}

/** Reads a stored figure. */
export const figureOf = (row: typeof publishedCells.$inferSelect): PublishedFigure => ({
  n: row.n,
  favourable: [row.favourableLow, row.favourableHigh],
  unfavourable: [row.unfavourableLow, row.unfavourableHigh],
})

/** The published figure of the whole organisation about a promise, per round that asked. */
async function figuresOf(promiseId: string): Promise<Map<string, PublishedFigure>> {
  const cells = await db.select().from(publishedCells).where(eq(publishedCells.itemId, promiseId))
  const asked = [...new Set(cells.map(cell => cell.roundId))]
  const within = (roundId: string) => cells.filter(cell => cell.roundId === roundId).map(figureOf)
  return new Map(asked.map(roundId => [roundId, sumOfFigures(within(roundId))]))
}

const orderOf = ({ question }: Row) => Number(question.id.split('.').at(-1))

const roundOf = (row: Row) =>
  row.round && !isWaiting(row) ? { id: row.round.id, number: row.round.number, closesOn: row.round.closesOn } : null

const rosterOf = ({ question, round }: Row) =>
  question.verdict && round?.totals ? (JSON.parse(round.totals) as Totals).roster : null
