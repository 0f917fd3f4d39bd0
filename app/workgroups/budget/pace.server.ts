import { and, asc, eq, gt, sql } from 'drizzle-orm'
import { bookings, db } from '#db'
import type { Day } from '~/calendar'
import { burnDown, forecastOf, type MonthMoved, paceFrom } from './forecast'

/** Returns how the money went down month by month, and until when it lasts at the pace of the last months. */
export async function paceOf(workgroupId: string, leftCents: number, today: Day) {
  const months = await monthsMoved(workgroupId)
  const own = eq(bookings.workgroupId, workgroupId)
  const [first] = await db
    .select({ on: bookings.bookedOn })
    .from(bookings)
    .where(own)
    .orderBy(asc(bookings.number))
    .limit(1)
  const cents = sql`sum(case when ${bookings.toAccount} = 'spent' then ${bookings.cents} when ${bookings.fromAccount} = 'spent' then -${bookings.cents} else 0 end)`
  const since = and(own, gt(bookings.bookedOn, paceFrom(today)))
  const [paid] = await db
    .select({ cents: cents.mapWith(Number) })
    .from(bookings)
    .where(since)
  const pace = { leftCents, paidCents: paid?.cents ?? 0, firstBookedOn: first?.on }
  return { months: burnDown(months, today), forecast: forecastOf(pace, today) }
}

async function monthsMoved(workgroupId: string): Promise<MonthMoved[]> {
  const { fromAccount, toAccount } = bookings
  const month = sql<string>`substr(${bookings.bookedOn}, 1, 7)`
  const rows = await db
    .select({ month, fromAccount, toAccount, cents: sql`sum(${bookings.cents})`.mapWith(Number) })
    .from(bookings)
    .where(eq(bookings.workgroupId, workgroupId))
    .groupBy(month, fromAccount, toAccount)
    .orderBy(month)
  const months = new Map<string, MonthMoved>()
  for (const row of rows) {
    const moved = months.get(row.month) ?? { month: row.month, pool: 0, free: 0, committed: 0, spent: 0 }
    moved[row.fromAccount] -= row.cents
    moved[row.toAccount] += row.cents
    months.set(row.month, moved)
  }
  return [...months.values()]
}
