import { count, day, flag, index, instant, oneOf, onlyWords, primaryKey, table, text } from '#columns'
import { conversationStates, parties } from '~/conversations/one-to-ones/rules'
import { planSights } from '~/conversations/plan/rules'
import { recordDeeds } from '~/conversations/record/rules'
import { persons } from './people'

// One-to-ones and development plans. Every word in them is sealed in the browser; nothing in these tables can be read here.

/** Somebody's own key. The private half is locked with a passphrase that never comes here: nobody can reset it. */
export const ownKeys = table('own_keys', {
  personId: text()
    .primaryKey()
    .references(() => persons.id, { onDelete: 'cascade' }),
  /** RSA-OAEP, SPKI in base64url. */
  publicKey: text().notNull(),
  lockedKey: text().notNull(),
  salt: text().notNull(),
  iv: text().notNull(),
  /** Rounds of PBKDF2 between the passphrase and the lock. */
  stretching: count().notNull(),
  madeOn: day().notNull(),
})

/** A voluntary one-to-one. An invitation that came to nothing leaves no row after fourteen days. */
export const conversations = table(
  'conversations',
  {
    id: text().primaryKey(),
    employeeId: text()
      .notNull()
      .references(() => persons.id),
    leadId: text()
      .notNull()
      .references(() => persons.id),
    invitedBy: oneOf(parties).notNull(),
    state: oneOf(conversationStates).notNull(),
    invitedOn: day().notNull(),
    plannedFor: instant(),
    heldOn: day(),
    /** The day a record was withdrawn or expired. The row itself follows thirty days later. */
    endedOn: day(),
    /** Whether it is in the monthly figures already: each is counted once. */
    isCounted: flag().notNull(),
  },
  t => [
    index('conversations_employee').on(t.employeeId),
    index('conversations_lead').on(t.leadId),
    onlyWords('conversations_invited_by', t.invitedBy, parties),
    onlyWords('conversations_state', t.state, conversationStates),
  ],
)

/**
 * What two people wrote down, because the employee wanted it. A version that both agreed to never changes; beside it
 * stands at most one that they still write.
 */
export const conversationRecords = table(
  'conversation_records',
  {
    conversationId: text()
      .notNull()
      .references(() => conversations.id, { onDelete: 'cascade' }),
    version: count().notNull(),
    /** Rises with every saved change: whoever saves names the one they started from. */
    revision: count().notNull(),
    /** Topics, the shared words and the actions, sealed. */
    sealedShared: text().notNull(),
    /** The employee's own words, sealed; only the employee changes them. */
    sealedOwn: text(),
    /** What the employee puts beside a text they object to, sealed. */
    sealedObjection: text(),
    leadAgreedOn: day(),
    employeeAgreedOn: day(),
    followUpOn: day(),
  },
  t => [primaryKey({ columns: [t.conversationId, t.version] })],
)

/** The key of a record or a plan, wrapped for one reader. Without such a row nobody reads it; removing all of them destroys it. */
export const keyWraps = table(
  'key_wraps',
  {
    /** A conversation or a development plan. */
    thingId: text().notNull(),
    personId: text()
      .notNull()
      .references(() => persons.id, { onDelete: 'cascade' }),
    wrapped: text().notNull(),
    givenOn: day().notNull(),
    /** The last day of a share; absent for the two who talked, and for whoever a plan belongs to. */
    endsOn: day(),
  },
  t => [primaryKey({ columns: [t.thingId, t.personId] }), index('key_wraps_person').on(t.personId)],
)

/** Who did what with a record or a plan, for the employee to read. It goes with what it is about. */
export const accessLog = table(
  'access_log',
  {
    id: text().primaryKey(),
    thingId: text().notNull(),
    actorId: text()
      .notNull()
      .references(() => persons.id, { onDelete: 'cascade' }),
    deed: oneOf(recordDeeds).notNull(),
    at: instant().notNull(),
  },
  t => [index('access_log_thing').on(t.thingId), onlyWords('access_log_deed', t.deed, recordDeeds)],
)

/** A development plan, sealed; it belongs to the employee. */
export const developmentPlans = table(
  'development_plans',
  {
    id: text().primaryKey(),
    personId: text()
      .notNull()
      .unique()
      .references(() => persons.id, { onDelete: 'cascade' }),
    revision: count().notNull(),
    sealed: text().notNull(),
    sight: oneOf(planSights).notNull(),
    reviewOn: day(),
    changedOn: day().notNull(),
  },
  t => [onlyWords('development_plans_sight', t.sight, planSights)],
)
