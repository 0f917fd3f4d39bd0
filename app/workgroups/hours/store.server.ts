import { and, asc, eq, gt, lte, sql } from 'drizzle-orm'
import { type Db, db, memberHours } from '#db'
import { addWeeks, type Day, isoWeek, mondayOf, type Week } from '~/calendar'
import { membersOf } from '../members.server'
import {
  flagsOf,
  type HoursFlag,
  lastClosed,
  type Minutes,
  sharesOf,
  tellable,
  totalOf,
  type WeekTotal,
  weeksShown,
} from './rules'

/** How the hours of a group stand, of all members together; the share is of the last weeks that are closed. */
export type Hours = {
  weeks: WeekTotal[]
  closedUntil: Week
  /** Of the last closed weeks; nothing before a week is closed. */
  lately?: { weeks: number; total: Minutes; releasedPct: number; usedPct: number; isHeldBack: boolean }
  flags: HoursFlag[]
}

/** Weeks over which the share is told: one bad week does not hide, and does not colour a year. @source our own choice */
const lateWeeks = 4

/** Returns how the hours of a group stand. Nobody's own minutes are in it. */
export async function hoursOf(workgroupId: string, today: Day, from: Db = db): Promise<Hours> {
  const weeks = await weekTotals(workgroupId, today, from)
  const closedUntil = lastClosed(today)
  const late = weeks.filter(({ week }) => week <= closedUntil).slice(-lateWeeks)
  const total = totalOf(late)
  const isHeldBack = late.some(week => week.isHeldBack)
  return {
    weeks,
    closedUntil,
    ...(total.promisedMinutes > 0 && { lately: { weeks: late.length, total, isHeldBack, ...sharesOf(total) } }),
    flags: flagsOf(weeks, closedUntil),
  }
}

async function weekTotals(workgroupId: string, today: Day, from: Db): Promise<WeekTotal[]> {
  const now = isoWeek(today)
  const shown = and(gt(memberHours.week, addWeeks(now, -weeksShown)), lte(memberHours.week, now))
  const totals = await from
    .select(sums)
    .from(memberHours)
    .where(and(eq(memberHours.workgroupId, workgroupId), shown))
    .groupBy(memberHours.week)
    .orderBy(asc(memberHours.week))
  return totals.map(tellable)
}

const sums = {
  week: memberHours.week,
  members: sql`count(*)`.mapWith(Number),
  promisedMinutes: sql`sum(${memberHours.promisedMinutes})`.mapWith(Number),
  rosteredMinutes: sql`sum(${memberHours.rosteredMinutes})`.mapWith(Number),
  usedMinutes: sql`sum(${memberHours.usedMinutes})`.mapWith(Number),
  pulledBackMinutes: sql`sum(${memberHours.pulledBackMinutes})`.mapWith(Number),
}

/** Returns the minutes of all members in one week together. */
export async function totalOfWeek(workgroupId: string, week: Week, from: Db): Promise<WeekTotal | undefined> {
  const own = and(eq(memberHours.workgroupId, workgroupId), eq(memberHours.week, week))
  const [total] = await from.select(sums).from(memberHours).where(own).groupBy(memberHours.week)
  return total && tellable(total)
}

/** Returns what somebody's own weeks look like, the newest first; only they themselves are ever shown it. */
export async function ownWeeks(workgroupId: string, personId: string): Promise<WeekTotal[]> {
  const own = and(eq(memberHours.workgroupId, workgroupId), eq(memberHours.personId, personId))
  const rows = await db.select().from(memberHours).where(own).orderBy(asc(memberHours.week))
  return rows.map(({ workgroupId: _, personId: _own, ...minutes }) => minutes).reverse()
}

/** A member in the roster of one week; for who plans it. */
export type RosterLine = Minutes & { personId: string; name: string }

/** Returns the roster of a week: who sits in the group on its Monday, or has minutes in it already. */
export async function rosterOf(workgroupId: string, week: Week, promisedMinutes: number, from: Db = db) {
  const own = and(eq(memberHours.workgroupId, workgroupId), eq(memberHours.week, week))
  const known = new Map((await from.select().from(memberHours).where(own)).map(row => [row.personId, row]))
  const nothing = { promisedMinutes, rosteredMinutes: 0, usedMinutes: 0, pulledBackMinutes: 0 }
  const members = await membersOf(workgroupId, mondayOf(week), from)
  return members.map(({ id, name }): RosterLine => {
    const { promisedMinutes, rosteredMinutes, usedMinutes, pulledBackMinutes } = known.get(id) ?? nothing
    return { personId: id, name, promisedMinutes, rosteredMinutes, usedMinutes, pulledBackMinutes }
  })
}
