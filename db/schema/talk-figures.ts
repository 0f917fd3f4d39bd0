import { count, day, primaryKey, table, text } from '#columns'
import { teams } from './people'

// How many one-to-ones are offered, held and recorded. Nobody's name comes here; a month is told only in figures about seven people or more.

/** How the talks of a team ended in a month that is not told yet; removed when it is. */
export const talkTallies = table(
  'talk_tallies',
  {
    month: text().notNull(),
    teamId: text()
      .notNull()
      .references(() => teams.id),
    noTalk: count().notNull(),
    noRecord: count().notNull(),
    recorded: count().notNull(),
  },
  t => [primaryKey({ columns: [t.month, t.teamId] })],
)

/** That somebody is counted in a month already, as a mark that only the key of that month can make; removed with the key. */
export const talkMarks = table('talk_marks', { month: text().notNull(), mark: text().notNull() }, t => [
  primaryKey({ columns: [t.month, t.mark] }),
])

/** What a recorded talk was about, sealed for the counting at the end of the month, without whose it was. */
export const topicSlips = table('topic_slips', {
  id: text().primaryKey(),
  month: text().notNull(),
  teamId: text()
    .notNull()
    .references(() => teams.id),
  sealed: text().notNull(),
})

/** A month that is told, and the tree of groups it was counted in. */
export const toldMonths = table('told_months', {
  month: text().primaryKey(),
  toldOn: day().notNull(),
  unitTree: text().notNull(),
})

/** A figure about one-to-ones in a month and a cell: how they ended, or how many were about a topic. */
export const talkFigures = table(
  'talk_figures',
  {
    month: text()
      .notNull()
      .references(() => toldMonths.month),
    cellId: text().notNull(),
    /** `endings`, or a topic. */
    about: text().notNull(),
    n: count().notNull(),
    favourableLow: count().notNull(),
    favourableHigh: count().notNull(),
    unfavourableLow: count().notNull(),
    unfavourableHigh: count().notNull(),
  },
  t => [primaryKey({ columns: [t.month, t.cellId, t.about] })],
)
