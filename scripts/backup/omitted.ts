/**
 * Tables that go into no backup, empty of rows: who stands on the list of a running round, who drew a token, what
 * opens a session, what a team lead expects of the own team, and what talks were about before a month is told. All of it is gone from the house when a round closes, a
 * session ends or a year is over; a backup would keep it for years. Without a list nobody can draw a token, so a round that is put back can never give anyone a second one.
 */
export const omittedTables = [
  'issuances',
  'unit_members',
  'sessions',
  'sign_in_links',
  'lead_predictions',
  'topic_slips',
  'talk_marks',
  'talk_tallies',
] as const

/** A closed round is being counted here, unless it waits for the works council to count it: that can take two weeks. */
export type RunningRound = { id: string; state: 'issuing' | 'open' | 'closed' | 'waitsForCouncil' }

const waits = "closing_step = 'boxShut' and exists (select 1 from council_keys where round_id = rounds.id)"

/** Reads the rounds that run, wait or are being counted, on either engine. */
export const runningRounds = `select id, case when state = 'closed' and ${waits} then 'waitsForCouncil' else state end as state
  from rounds where state in ('issuing', 'open', 'closed')`

/** Removes comments that still wait for a confidant: names in them are to be blanked before anybody else reads them. */
export const dropWaitingComments =
  'delete from published_comments where round_id in (select round_id from comment_holds where released_on is null)'

/** Forgets who said no to an invitation: while it can be answered only the house itself knows, and a backup would keep it. */
export const forgetDeclining = "update conversations set state = 'invited' where state = 'declined'"
