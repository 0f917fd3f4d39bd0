import { count, day, flag, oneOf, onlyWords, primaryKey, table, text } from '#columns'
import { selfCheckParts } from '~/readiness/self-check/rules'
import { persons } from './people'
import { rounds } from './pulses'

/** That a round asks the five-barrier check in the place of a pulse. */
export const barrierChecks = table('barrier_checks', {
  roundId: text()
    .primaryKey()
    .references(() => rounds.id),
  /** Whether staff also judge what management says of itself. */
  withMirror: flag().notNull(),
})

/** That the works council asked for a round and reads its result first, until this day at the latest. */
export const embargoes = table('embargoes', {
  roundId: text()
    .primaryKey()
    .references(() => rounds.id),
  until: day().notNull(),
})

/** What management says of itself, and what it expects staff to say, statement by statement; several people write it. */
export const selfCheckAnswers = table(
  'self_check_answers',
  {
    roundId: text()
      .notNull()
      .references(() => rounds.id),
    part: oneOf(selfCheckParts).notNull(),
    /** A statement of the self-check, or a barrier. */
    itemId: text().notNull(),
    /** A step of the scale for an answer; of ten colleagues how many, for an expectation. */
    value: count().notNull(),
    changedBy: text()
      .notNull()
      .references(() => persons.id),
  },
  t => [
    primaryKey({ columns: [t.roundId, t.part, t.itemId] }),
    onlyWords('self_check_answers_part', t.part, selfCheckParts),
  ],
)

/** That management handed in its joint answer, once, before staff could answer. Public together with the result. */
export const selfChecks = table('self_checks', {
  roundId: text()
    .primaryKey()
    .references(() => rounds.id),
  handedInBy: text()
    .notNull()
    .references(() => persons.id),
  handedInOn: day().notNull(),
  /** The ledger entry that holds its hash since then. */
  seq: count().notNull(),
})

/** What a team lead expects of the own team, before it answers. Nobody else sees it; gone a year after the round. */
export const leadPredictions = table(
  'lead_predictions',
  {
    roundId: text()
      .notNull()
      .references(() => rounds.id),
    personId: text()
      .notNull()
      .references(() => persons.id),
    barrier: text().notNull(),
    /** Of ten colleagues, how many meet a high barrier. */
    ofTen: count().notNull(),
  },
  t => [primaryKey({ columns: [t.roundId, t.personId, t.barrier] })],
)

/** An answer to a question of the self-exam. A draft can be changed; what is published stands in the ledger for good. */
export const examAnswers = table('exam_answers', {
  /** A question of `surveys/self-exam`; the question says whose it is to answer. */
  questionId: text().primaryKey(),
  body: text().notNull(),
  changedBy: text()
    .notNull()
    .references(() => persons.id),
  publishedOn: day(),
  /** The ledger entry with its words. */
  seq: count(),
})
