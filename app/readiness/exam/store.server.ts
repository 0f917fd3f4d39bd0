import { createHash } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { type Db, db, examAnswers, ledgerEntries, transact } from '#db'
import { type Day, dayIn } from '~/calendar'
import { config } from '~/config.server'
import { allow, refuse } from '~/decision'
import { sealOf } from '~/ledger/seal.server'
import { append } from '~/ledger/store.server'
import type { Person } from '~/people/rules'
import {
  type AnswerSent,
  examParts,
  placeInExam,
  publishAnswer,
  questionsOf,
  type Standing,
  saveAnswer,
  writesFor,
} from './rules'
import { examAnswered } from './witness'

type By = Pick<Person, 'id' | 'roles'>
type Row = typeof examAnswers.$inferSelect

/** What everybody reads at a question, and whether there is a draft: that only its writers are told. */
export type AnswerShown = { questionId: string; published?: AnswerPublished; hasDraft: boolean }

/** An answer that became public. `isWhole` says that its words are the ones that the ledger holds the hash of. */
export type AnswerPublished = { body: string; on: Day; seq: number; isWhole: boolean }

/** Returns every part of the exam as one reader may see it: what is published, and of the own part what is begun. */
export async function examShown(by: By) {
  const rows = new Map((await db.select().from(examAnswers)).map(row => [row.questionId, row]))
  return Promise.all(
    examParts.map(async part => {
      const mayWrite = writesFor(part, by)
      const answers = questionsOf(part).map(({ id }) => shownOf(id, rows.get(id), mayWrite))
      return { part, mayWrite, answers: await Promise.all(answers) }
    }),
  )
}

async function shownOf(questionId: string, row: Row | undefined, mayWrite: boolean): Promise<AnswerShown> {
  if (!row || row.publishedOn === null) return { questionId, hasDraft: mayWrite && !!row?.body }
  const { body, publishedOn: on, seq } = row
  return {
    questionId,
    published: { body, on, seq: seq!, isWhole: await isWhole(questionId, body, seq!) },
    hasDraft: false,
  }
}

/** Holds an answer against its entry: its words, and the question that they answer. Erased words have no seal any more. */
async function isWhole(questionId: string, body: string, seq: number): Promise<boolean> {
  const [entry] = await db.select({ bytes: ledgerEntries.bytes }).from(ledgerEntries).where(eq(ledgerEntries.seq, seq))
  const asked: string | undefined = entry && JSON.parse(entry.bytes).data?.question
  return asked === questionId && (await sealOf(seq, 'answer', body)).isWhole
}

/** Finds the draft of a question, with the mark of its words. Only for who writes it. */
export async function findDraft(questionId: string, from: Db = db): Promise<Standing & { body: string }> {
  const [row] = await from.select().from(examAnswers).where(eq(examAnswers.questionId, questionId))
  const body = row?.body ?? ''
  return { body, mark: markOf(body), isPublished: row !== undefined && row.publishedOn !== null }
}

/** Keeps an answer as a draft. */
export function recordDraft(questionId: string, sent: AnswerSent, by: By) {
  return transact(async tx => {
    const placed = placeInExam(questionId)
    if (!placed) return refuse('noSuchQuestion')
    const decision = saveAnswer(placed.part, await findDraft(questionId, tx), sent, by)
    if (decision.ok) await write(tx, { questionId, body: decision.value, changedBy: by.id })
    return decision
  })
}

/** Publishes an answer: it can be changed no more, and the ledger holds its hash. */
export function recordAnswer(questionId: string, sent: AnswerSent, by: By, at: Date) {
  return transact(async tx => {
    const placed = placeInExam(questionId)
    if (!placed) return refuse('noSuchQuestion')
    const decision = publishAnswer(placed.part, await findDraft(questionId, tx), sent, by)
    if (!decision.ok) return decision
    const seq = await append(tx, examAnswered(questionId, decision.value), at)
    const publishedOn = dayIn(config.timeZone, at)
    await write(tx, { questionId, body: decision.value, changedBy: by.id, publishedOn, seq })
    return allow(seq)
  })
}

const write = (tx: Db, row: typeof examAnswers.$inferInsert) =>
  tx.insert(examAnswers).values(row).onConflictDoUpdate({ target: examAnswers.questionId, set: row })

/** A mark of words: whoever began from other words has another one. */
const markOf = (body: string) => createHash('sha256').update(body).digest('hex').slice(0, 16)
