import { desc, inArray } from 'drizzle-orm'
import { db, talkFigures, toldMonths } from '#db'
import { dayIn } from '~/calendar'
import { config } from '~/config.server'
import { mayBeTold, monthBefore, monthOf } from './months'
import type { TalkFigure } from './rules'
import { monthTold } from './told'

/** Months that a reader sees at once. @source our own choice: the same month a year ago is among them */
const mostMonths = 13

/** Returns what somebody in this team sees of the months that are told, the latest first. */
export async function toldTo(teamId: string) {
  const months = await db.select().from(toldMonths).orderBy(desc(toldMonths.month)).limit(mostMonths)
  const named = months.map(({ month }) => month)
  const rows = named.length > 0 ? await db.select().from(talkFigures).where(inArray(talkFigures.month, named)) : []
  return months.map(({ month, unitTree }) => {
    const figures = rows.filter(row => row.month === month).sort((one, other) => (one.cellId < other.cellId ? -1 : 1))
    return monthTold({ month, ...JSON.parse(unitTree) }, figures.map(asFigure), teamId)
  })
}

/** Returns the first month that is not told yet: the one before this one in the first half of a month, then this one. */
export function nextToTell(at: Date) {
  const today = dayIn(config.timeZone, at)
  const before = monthBefore(monthOf(today))
  return mayBeTold(before, today) ? monthOf(today) : before
}

const asFigure = (row: typeof talkFigures.$inferSelect): TalkFigure => ({
  cellId: row.cellId,
  about: row.about as TalkFigure['about'],
  n: row.n,
  favourable: [row.favourableLow, row.favourableHigh],
  unfavourable: [row.unfavourableLow, row.unfavourableHigh],
})
