import { and, eq, inArray } from 'drizzle-orm'
import { type Db, db, promiseQuestions, publishedCells, rounds } from '#db'
import { type PublishedFigure, sumOfFigures } from '~/pulses/disclosure'
import type { Totals } from '~/pulses/published'
import type { PromiseInFull } from './register'
import { type StaffQuestion, versionAsked, wordsAt } from './verdict'

type Row = { question: typeof promiseQuestions.$inferSelect; round: typeof rounds.$inferSelect | null }

/** Selects the questions to staff, each with the round that asks it. */
export const questionRows = (from: Db) =>
  from
    .select({ question: promiseQuestions, round: rounds })
    .from(promiseQuestions)
    .leftJoin(rounds, eq(rounds.id, promiseQuestions.roundId))

/** Tells whether a question waits for a round: no round has it, or the one that had it ended without a result. */
export const isWaiting = ({ question, round }: Row): boolean =>
  question.verdict === null && (round === null || round.state === 'void')

/** Returns what staff were asked about a promise, the latest question first, with what was published of the answers. */
export async function staffQuestions(
  promise: Pick<PromiseInFull, 'id' | 'first' | 'events'>,
): Promise<StaffQuestion[]> {
  const rows = await questionRows(db).where(eq(promiseQuestions.promiseId, promise.id))
  const figures = await figuresOf(rows.flatMap(({ question }) => (question.verdict ? [question.id] : [])))
  const latest = (a: Row, b: Row) => orderOf(b) - orderOf(a)
  return rows.sort(latest).map(row => {
    const { id, askedOn, verdict } = row.question
    const words = wordsAt(promise, versionAsked(id))
    return { id, askedOn, words, verdict, round: roundOf(row), figure: figures.get(id) ?? null, roster: rosterOf(row) }
  })
}

/** Reads a stored figure. */
export const figureOf = (row: typeof publishedCells.$inferSelect): PublishedFigure => ({
  n: row.n,
  favourable: [row.favourableLow, row.favourableHigh],
  unfavourable: [row.unfavourableLow, row.unfavourableHigh],
})

/** A question that went along with a void round and then with another has figures of the second one only. */
async function figuresOf(questionIds: string[]): Promise<Map<string, PublishedFigure>> {
  if (questionIds.length === 0) return new Map()
  const theirs = and(eq(publishedCells.roundId, promiseQuestions.roundId), inArray(promiseQuestions.id, questionIds))
  const rows = await db
    .select({ cell: publishedCells })
    .from(publishedCells)
    .innerJoin(promiseQuestions, and(eq(promiseQuestions.id, publishedCells.itemId), theirs))
  const of = (id: string) => rows.flatMap(({ cell }) => (cell.itemId === id ? [figureOf(cell)] : []))
  const answered = questionIds.filter(id => rows.some(({ cell }) => cell.itemId === id))
  return new Map(answered.map(id => [id, sumOfFigures(of(id))]))
}

const orderOf = ({ question }: Row) => Number(question.id.split('.').at(-1))

const roundOf = (row: Row) =>
  row.round && !isWaiting(row) ? { id: row.round.id, number: row.round.number, closesOn: row.round.closesOn } : null

const rosterOf = ({ question, round }: Row) =>
  question.verdict && round?.totals ? (JSON.parse(round.totals) as Totals).roster : null
