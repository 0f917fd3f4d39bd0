import { count, day, index, instant, oneOf, onlyWords, table, text } from '#columns'
import { boardParts } from '~/conversations/board/rules'
import { agreementOutcomes, agreementOwners, teamTalkStates } from '~/conversations/team/rules'
import { persons, teams } from './people'
import { promises } from './promises'
import { rounds } from './pulses'

/** A talk with a team: that it was planned and held, never who said what. */
export const teamTalks = table(
  'team_talks',
  {
    id: text().primaryKey(),
    teamId: text()
      .notNull()
      .references(() => teams.id),
    leadId: text()
      .notNull()
      .references(() => persons.id),
    state: oneOf(teamTalkStates).notNull(),
    /** Rises with every change: whoever changes it names the one they saw. */
    version: count().notNull(),
    plannedFor: instant().notNull(),
    heldOn: day(),
    /** The card that was chosen to talk from. */
    guideSlug: text(),
    /** The result that was talked about. */
    roundId: text().references(() => rounds.id),
    /** The round that asks those invited whether it was honest. */
    askedInRoundId: text().references(() => rounds.id),
  },
  t => [index('team_talks_team').on(t.teamId), onlyWords('team_talks_state', t.state, teamTalkStates)],
)

/** What was agreed in a talk: who does what by when. It is carried along to the next talk until it is done. */
export const teamAgreements = table(
  'team_agreements',
  {
    id: text().primaryKey(),
    talkId: text()
      .notNull()
      .references(() => teamTalks.id),
    teamId: text()
      .notNull()
      .references(() => teams.id),
    action: text().notNull(),
    owner: oneOf(agreementOwners).notNull(),
    agreedOn: day().notNull(),
    dueOn: day().notNull(),
    outcome: oneOf(agreementOutcomes),
    endedOn: day(),
    /** Why it was dropped. */
    because: text(),
    /** The day management was asked to make a promise of it. */
    promiseAskedOn: day(),
    promiseId: text().references(() => promises.id),
  },
  t => [
    index('team_agreements_team').on(t.teamId),
    onlyWords('team_agreements_owner', t.owner, agreementOwners),
    onlyWords('team_agreements_outcome', t.outcome, agreementOutcomes),
  ],
)

/** A line of the board on which management says what it knows, does not know yet, and may not say. */
export const boardLines = table(
  'board_lines',
  {
    id: text().primaryKey(),
    part: oneOf(boardParts).notNull(),
    version: count().notNull(),
    line: text().notNull(),
    /** Why it is not known or may not be said. */
    because: text(),
    /** When management says more at the latest. */
    untilOn: day(),
    changedOn: day().notNull(),
  },
  t => [onlyWords('board_lines_part', t.part, boardParts)],
)
