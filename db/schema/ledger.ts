import { bytes, count, day, oneOf, onlyWords, primaryKey, table, text } from '#columns'
import { redactionStates } from '~/ledger/erasures/redaction'
import { witnessKinds, witnessStates } from '~/ledger/witness'
import { persons } from './people'

// Triggers in the migrations refuse to change or remove an entry, a checkpoint or a cosignature.

/** The lines of the log, byte for byte as they are served. */
export const ledgerEntries = table('ledger_entries', {
  seq: count().primaryKey(),
  bytes: text().notNull(),
  leaf: bytes().notNull(),
  /** Where the line begins in the log, in bytes. */
  startsAt: count().notNull().unique(),
})

/** Words that the log only holds a salted hash of; the one part of the ledger that can be erased. */
export const ledgerOpenings = table(
  'ledger_openings',
  {
    seq: count()
      .notNull()
      .references(() => ledgerEntries.seq),
    key: text().notNull(),
    salt: text().notNull(),
    text: text().notNull(),
  },
  t => [primaryKey({ columns: [t.seq, t.key] })],
)

/** What the log signed after each entry. */
export const ledgerCheckpoints = table('ledger_checkpoints', {
  size: count().primaryKey(),
  note: text().notNull(),
})

/** The lines with which witnesses say that they saw a checkpoint. */
export const ledgerCosignatures = table(
  'ledger_cosignatures',
  {
    size: count()
      .notNull()
      .references(() => ledgerCheckpoints.size),
    witness: text().notNull(),
    line: text().notNull(),
  },
  t => [primaryKey({ columns: [t.size, t.witness] })],
)

/** Who may cosign; the log holds the same, this table only spares reading it whole. */
export const ledgerWitnesses = table('ledger_witnesses', {
  addedSeq: count()
    .primaryKey()
    .references(() => ledgerEntries.seq),
  name: text().notNull(),
  key: text().notNull(),
  removedSeq: count(),
})

/** One row: how the log ends. With it an entry is added without reading those before it. */
export const ledgerEdge = table('ledger_edge', {
  id: text().primaryKey(),
  name: text().notNull(),
  /** The public key that signs now. */
  key: text().notNull(),
  size: count().notNull(),
  byteLength: count().notNull(),
  lastDay: day().notNull(),
  /** The roots of the full subtrees, 32 bytes each. */
  hashes: bytes().notNull(),
})

/** A key that somebody made in their own browser, on its way to becoming a witness. The secret half never comes here. */
export const witnessProposals = table(
  'witness_proposals',
  {
    id: text().primaryKey(),
    name: text().notNull(),
    key: text().notNull(),
    of: oneOf(witnessKinds).notNull(),
    state: oneOf(witnessStates).notNull(),
    proposedBy: text()
      .notNull()
      .references(() => persons.id),
    proposedOn: day().notNull(),
    registeredOn: day(),
    /** Whoever registers a key cannot be the one who confirms it. */
    registeredBy: text().references(() => persons.id),
    decidedOn: day(),
  },
  t => [
    onlyWords('witness_proposals_of', t.of, witnessKinds),
    onlyWords('witness_proposals_state', t.state, witnessStates),
  ],
)

/** A request to erase words that stand outside the log; two sides decide it together. */
export const redactionRequests = table(
  'redaction_requests',
  {
    id: text().primaryKey(),
    seq: count()
      .notNull()
      .references(() => ledgerEntries.seq),
    key: text().notNull(),
    /** Why, in words that stay in the ledger: nothing of what is erased. */
    reason: text().notNull(),
    state: oneOf(redactionStates).notNull(),
    requestedBy: text()
      .notNull()
      .references(() => persons.id),
    requestedOn: day().notNull(),
    decidedOn: day(),
  },
  t => [onlyWords('redaction_requests_state', t.state, redactionStates)],
)

/** The day on which people were last reminded of a thing, so that no restart reminds them twice. */
export const sentReminders = table('sent_reminders', {
  about: text().primaryKey(),
  sentOn: day().notNull(),
})
