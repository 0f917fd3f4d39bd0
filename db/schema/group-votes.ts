import { count, day, index, instant, oneOf, onlyWords, primaryKey, table, text } from '#columns'
import { choices, proposalStates, subjects } from '~/workgroups/votes/rules'
import { persons } from './people'
import { rounds } from './pulses'
import { workgroups } from './workgroups'

/** What a group decides on. The rule of the vote is fixed before it opens, and printed with it. */
export const proposals = table(
  'proposals',
  {
    id: text().primaryKey(),
    workgroupId: text()
      .notNull()
      .references(() => workgroups.id),
    subject: oneOf(subjects).notNull(),
    /** What it is about elsewhere: a gate and step, a veto; as JSON. */
    about: text(),
    /** What belongs to its subject: an amount, what would persuade, a verdict per criterion; as JSON. */
    detail: text(),
    title: text().notNull(),
    words: text().notNull(),
    state: oneOf(proposalStates).notNull(),
    version: count().notNull(),
    quorumPct: count().notNull(),
    majorityPct: count().notNull(),
    vetoPct: count().notNull(),
    proposedOn: day().notNull(),
    closesAt: instant(),
    closedOn: day(),
    /** The counts after closing; who said what is removed then. */
    consents: count(),
    asides: count(),
    objections: count(),
    /** Reasons of objections without names, as JSON. */
    reasons: text(),
    /** The day on which what was decided was done; none while it waits, or where nothing follows by itself. */
    appliedOn: day(),
    /** The day on which a plan went to management. */
    handedOn: day(),
  },
  t => [
    index('proposals_workgroup').on(t.workgroupId),
    onlyWords('proposals_subject', t.subject, subjects),
    onlyWords('proposals_state', t.state, proposalStates),
  ],
)

/** What members say about a proposal before they vote. */
export const contributions = table(
  'contributions',
  {
    id: text().primaryKey(),
    proposalId: text()
      .notNull()
      .references(() => proposals.id),
    personId: text()
      .notNull()
      .references(() => persons.id),
    words: text().notNull(),
    saidAt: instant().notNull(),
  },
  t => [index('contributions_proposal').on(t.proposalId)],
)

/** How somebody votes, until the vote closes: after that only the counts are left. */
export const groupVotes = table(
  'group_votes',
  {
    proposalId: text()
      .notNull()
      .references(() => proposals.id),
    personId: text()
      .notNull()
      .references(() => persons.id),
    choice: oneOf(choices).notNull(),
    reason: text().notNull(),
  },
  t => [primaryKey({ columns: [t.proposalId, t.personId] }), onlyWords('group_votes_choice', t.choice, choices)],
)

/** That colleagues are asked about a plan: first waiting for a round, then asked in it. */
export const peerQuestions = table('peer_questions', {
  proposalId: text()
    .primaryKey()
    .references(() => proposals.id),
  askedOn: day().notNull(),
  /** The round that asks it; absent while it waits for one. */
  roundId: text().references(() => rounds.id),
})

/** That a plan was shown to colleagues before it went to management, and what that changed. */
export const presentations = table('presentations', {
  id: text().primaryKey(),
  proposalId: text()
    .notNull()
    .references(() => proposals.id),
  heldOn: day().notNull(),
  audience: count().notNull(),
  changed: text().notNull(),
})
