import { bytes, count, day, flag, oneOf, onlyWords, primaryKey, table, text } from '#columns'
import { fileKinds } from '~/promises/evidence/kinds'
import { eventKinds } from '~/promises/register'
import { sides } from '~/promises/rules'
import { verdicts } from '~/promises/verdict'
import { barriers, ownerRoles, promiseStatuses } from '~/promises/words'
import { rounds } from './pulses'

/** What was promised. The words in this table are the first ones and never change; only status and version move. */
export const promises = table(
  'promises',
  {
    id: text().primaryKey(),
    number: count().notNull().unique(),
    /** The number of its last event: whoever decides names the one they have read. */
    version: count().notNull(),
    status: oneOf(promiseStatuses).notNull(),
    text: text().notNull(),
    why: text().notNull(),
    ownerRole: oneOf(ownerRoles).notNull(),
    dueOn: day().notNull(),
    scope: text().notNull(),
    exclusions: text().notNull(),
    measure: text().notNull(),
    /** Who answers for it by name, if they agreed to be named; the ledger holds only a commitment to it. */
    ownerName: text(),
    madeOn: day().notNull(),
    /** Where it was said: a meeting, a letter. */
    place: text(),
    barrier: oneOf(barriers),
    /** The round whose published response it came from. */
    roundId: text().references(() => rounds.id),
    enteredOn: day().notNull(),
    enteredLater: flag().notNull(),
    /** What took its place when it was withdrawn. */
    successorId: text(),
    withdrawalAgreed: flag().notNull(),
  },
  t => [
    onlyWords('promises_status', t.status, promiseStatuses),
    onlyWords('promises_owner_role', t.ownerRole, ownerRoles),
    onlyWords('promises_barrier', t.barrier, barriers),
  ],
)

/** Files that people added as evidence, under the hash of what is stored: without what a picture tells of its maker. */
export const keptFiles = table(
  'kept_files',
  {
    /** SHA-256 in hex. */
    hash: text().primaryKey(),
    kind: oneOf(fileKinds).notNull(),
    content: bytes().notNull(),
  },
  t => [onlyWords('kept_files_kind', t.kind, fileKinds)],
)

/** That staff are asked whether a promise was kept: first waiting for a round, then asked in it, then counted. */
export const promiseQuestions = table(
  'promise_questions',
  {
    id: text().primaryKey(),
    promiseId: text()
      .notNull()
      .references(() => promises.id),
    askedOn: day().notNull(),
    /** The round that asks it; absent while it waits for one. */
    roundId: text().references(() => rounds.id),
    /** What staff said; `none` when no answer had a majority. Absent until the round is published. */
    verdict: oneOf(verdicts),
  },
  t => [onlyWords('promise_questions_verdict', t.verdict, verdicts)],
)

/** Everything that happened to a promise, in order; two who write at once would want the same number. */
export const promiseEvents = table(
  'promise_events',
  {
    promiseId: text()
      .notNull()
      .references(() => promises.id),
    version: count().notNull(),
    kind: oneOf(eventKinds).notNull(),
    side: oneOf(sides).notNull(),
    happenedOn: day().notNull(),
    /** The status it led to. */
    status: oneOf(promiseStatuses).notNull(),
    /** The reason, the claim, the other reading or the evidence, in somebody's own words. */
    note: text().notNull(),
    /** The parts that an amendment put beside the first words, as JSON. */
    changed: text(),
    /** The file that was added as evidence, by its hash, and what it was called. */
    fileHash: text().references(() => keptFiles.hash),
    fileName: text(),
  },
  t => [
    primaryKey({ columns: [t.promiseId, t.version] }),
    onlyWords('promise_events_kind', t.kind, eventKinds),
    onlyWords('promise_events_side', t.side, sides),
    onlyWords('promise_events_status', t.status, promiseStatuses),
  ],
)
