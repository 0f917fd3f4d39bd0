import { and, eq } from 'drizzle-orm'
import { questionAbout } from 'surveys/verdict/v1'
import { type Db, db, heldCells, promiseQuestions, promises, publishedCells, transact } from '#db'
import { refuse } from '~/decision'
import { append } from '~/ledger/store.server'
import type { Person } from '~/people/rules'
import { sumOfFigures } from '~/pulses/disclosure/rules'
import type { Totals } from '~/pulses/published'
import { findPromise } from './reading.server'
import { follow, todayHere } from './store.server'
import {
  askStaff,
  mostPerRound,
  questionIdOf,
  refusedTo,
  settledBy,
  type Verdict,
  verdictOf,
  versionAsked,
  wordsAt,
} from './verdict'
import { figureOf, isWaiting, questionRows } from './verdict-reading.server'
import { witnessOfMoving } from './witness'

type By = Pick<Person, 'roles'>

/** Lets the next round ask staff whether a promise was kept, in the words that stand now. */
export function recordAsking(id: string, seen: number, by: By, at: Date) {
  const today = todayHere(at)
  return transact(async tx => {
    const promise = await findPromise(id, today, tx)
    if (!promise) return refuse('noSuchPromise')
    const earlier = await questionRows(tx).where(eq(promiseQuestions.promiseId, id))
    const isAsked = earlier.some(({ question }) => question.verdict === null)
    const decision = askStaff(promise, { seen, isAsked }, by)
    if (!decision.ok) return decision
    const question = questionIdOf(id, decision.value.version, earlier.length)
    await tx.insert(promiseQuestions).values({ id: question, promiseId: id, askedOn: today })
    return { ok: true, value: { question } } as const
  })
}

/** Takes a question back that no round has taken along yet; pressed twice it does nothing more. */
export function recordTakingBack(id: string, by: By) {
  return transact(async tx => {
    const refused = refusedTo(by)
    if (refused) return refuse(refused)
    const rows = await questionRows(tx).where(eq(promiseQuestions.promiseId, id))
    const open = rows.filter(({ question }) => question.verdict === null)
    if (open.some(row => !isWaiting(row))) return refuse('takenAlong')
    for (const { question } of open) await tx.delete(promiseQuestions).where(eq(promiseQuestions.id, question.id))
    return { ok: true, value: id } as const
  })
}

/** Returns the questions that the next round takes along, as its manifest writes them: the oldest first. */
export const waitingQuestions = async (at: Date) => (await nextQuestions(at, db)).map(({ question }) => question)

/**
 * In a manifest a question goes by the name of its promise. Asked again in a later round it has the same name, so
 * that the rule for figures over time sees both.
 * @source anonymity.md, R6
 */
async function nextQuestions(at: Date, from: Db) {
  const waiting = (await questionRows(from)).filter(isWaiting).map(({ question }) => question)
  const inOrder = waiting.sort((a, b) => (a.askedOn === b.askedOn ? byNumber(a, b) : a.askedOn < b.askedOn ? -1 : 1))
  const asked = []
  for (const { id, promiseId } of inOrder) {
    const promise = await findPromise(promiseId, todayHere(at), from)
    const words = promise && settledBy('kept', promise.status) ? wordsAt(promise, versionAsked(id)) : ''
    if (words === '' || asked.length === mostPerRound) continue
    const { nl, en, fr } = questionAbout({ id: promiseId, words })
    asked.push({ id, question: { id: promiseId, kind: 'verdict3', text_nl: nl, text_en: en, text_fr: fr } })
  }
  return asked
}

const byNumber = (a: { promiseId: string }, b: { promiseId: string }) =>
  Number(a.promiseId.slice(2)) - Number(b.promiseId.slice(2))

/** Gives the waiting questions to a round that starts, for good unless it ends as void; returns them for its manifest. */
export async function takeAlong(tx: Db, roundId: string, at: Date) {
  const taken = await nextQuestions(at, tx)
  for (const { id } of taken) await tx.update(promiseQuestions).set({ roundId }).where(eq(promiseQuestions.id, id))
  return taken.map(({ question }) => question)
}

/**
 * Reads what staff found of the promises a round asked about, from its published figures, and lets it count.
 * A promise that somebody decided on meanwhile stays as it is; what staff found stands beside it.
 */
export async function recordVerdicts(tx: Db, round: { id: string; totals: Totals }, at: Date) {
  const asked = await tx.select().from(promiseQuestions).where(eq(promiseQuestions.roundId, round.id))
  for (const { id, promiseId } of asked) {
    const verdict = await verdictIn(tx, round, promiseId)
    await tx.update(promiseQuestions).set({ verdict }).where(eq(promiseQuestions.id, id))
    await settle(tx, promiseId, verdict, at)
  }
}

/** Where a cell is held back, everybody who took part in the round may have judged. */
async function verdictIn(tx: Db, { id, totals }: { id: string; totals: Totals }, promiseId: string): Promise<Verdict> {
  const shown = and(eq(publishedCells.roundId, id), eq(publishedCells.itemId, promiseId))
  const held = and(eq(heldCells.roundId, id), eq(heldCells.itemId, promiseId))
  const figure = sumOfFigures((await tx.select().from(publishedCells).where(shown)).map(figureOf))
  const isWhole = (await tx.select().from(heldCells).where(held)).length === 0
  return verdictOf(figure, {
    asked: totals.roster,
    judgedAtMost: isWhole ? figure.n : (totals.counted ?? totals.roster),
  })
}

async function settle(tx: Db, promiseId: string, verdict: Verdict, at: Date) {
  const happenedOn = todayHere(at)
  const promise = (await findPromise(promiseId, happenedOn, tx))!
  const status = settledBy(verdict, promise.status)
  if (!status) return
  await tx.update(promises).set({ status }).where(eq(promises.id, promiseId))
  await follow(tx, promise, { kind: 'moved', side: 'staff', happenedOn, status, note: '' })
  await append(tx, witnessOfMoving(promiseId, { status, side: 'staff', note: '' }), at)
}
