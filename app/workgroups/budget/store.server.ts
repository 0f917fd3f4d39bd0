import { and, asc, desc, eq, gt, inArray, or, sql } from 'drizzle-orm'
import { bookings, type Db, db, proposals } from '#db'
import type { Day } from '~/calendar'
import { waitingDecisions } from '../votes/adopted.server'
import { givenAndTaken } from './given'
import type { Balances, Booking } from './rules'
import { sumsOf } from './till.server'

/** What a group has, what it was given and what was taken from it, in cents. */
export type Budget = {
  balances: Balances
  booked: number
  leftCents: number
  givenCents: number
  takenBackCents: number
}

/** Returns how the money of a group stands. */
export async function budgetOf(workgroupId: string, from: Db = db): Promise<Budget> {
  const { balances, booked } = await sumsOf(from, workgroupId)
  const ofPool = or(eq(bookings.fromAccount, 'pool'), eq(bookings.toAccount, 'pool'))
  const moved = await from
    .select()
    .from(bookings)
    .where(and(eq(bookings.workgroupId, workgroupId), ofPool))
  return { balances, booked, leftCents: balances.free + balances.committed, ...givenAndTaken(moved) }
}

/** Bookings on one page: a phone still draws them at once. @source our own choice */
const pageLength = 25

/** A booking as a line of the list shows it. */
export type BookingShown = Booking & { what: string; bookedOn: Day; fileName: string | null; isCorrected: boolean }

/** Returns one page of the bookings of a group, the newest first. */
export async function listBookings(workgroupId: string, askedPage: number) {
  const own = eq(bookings.workgroupId, workgroupId)
  const [{ count = 0 } = {}] = await db
    .select({ count: sql`count(*)`.mapWith(Number) })
    .from(bookings)
    .where(own)
  const pages = Math.max(1, Math.ceil(count / pageLength))
  const page = Math.min(Math.max(1, Math.trunc(askedPage) || 1), pages)
  const order = desc(bookings.number)
  const rows = await db
    .select()
    .from(bookings)
    .where(own)
    .orderBy(order)
    .limit(pageLength)
    .offset((page - 1) * pageLength)
  const numbers = rows.map(({ number }) => number)
  const corrected = await db
    .select({ number: bookings.corrects })
    .from(bookings)
    .where(and(own, inArray(bookings.corrects, numbers)))
  const isCorrected = new Set(corrected.map(({ number }) => number))
  return { page, pages, rows: rows.map(row => shown(row, isCorrected.has(row.number))) }
}

/** Finds one booking of a group. */
export async function findBooking(workgroupId: string, number: number): Promise<BookingShown | undefined> {
  const own = eq(bookings.workgroupId, workgroupId)
  const either = or(eq(bookings.number, number), eq(bookings.corrects, number))
  const rows = await db.select().from(bookings).where(and(own, either))
  const row = rows.find(one => one.number === number)
  return (
    row &&
    shown(
      row,
      rows.some(({ corrects }) => corrects === number),
    )
  )
}

/** Returns every booking of a group in the order in which they were made. */
export async function allBookings(workgroupId: string): Promise<BookingShown[]> {
  const own = eq(bookings.workgroupId, workgroupId)
  const rows = await db.select().from(bookings).where(own).orderBy(asc(bookings.number))
  const corrected = new Set(rows.map(({ corrects }) => corrects))
  return rows.map(row => shown(row, corrected.has(row.number)))
}

const shown = ({ fileHash: _, workgroupId: _group, ...row }: typeof bookings.$inferSelect, isCorrected: boolean) => ({
  ...row,
  isCorrected,
})

/** Money that the group decided on and that is not paid yet, by decision. */
export type OpenDecision = { proposalId: string; title: string; leftCents: number }

/** Returns decisions of which money is still committed, the oldest first. */
export async function openDecisions(workgroupId: string): Promise<OpenDecision[]> {
  const inward = sql`case when ${bookings.toAccount} = 'committed' then ${bookings.cents} else 0 end`
  const outward = sql`case when ${bookings.fromAccount} = 'committed' then ${bookings.cents} else 0 end`
  const left = sql`sum(${inward}) - sum(${outward})`.mapWith(Number)
  const rows = await db
    .select({ proposalId: proposals.id, title: proposals.title, leftCents: left })
    .from(bookings)
    .innerJoin(proposals, eq(proposals.id, bookings.proposalId))
    .where(eq(bookings.workgroupId, workgroupId))
    .groupBy(proposals.id, proposals.title)
    .having(gt(left, 0))
    .orderBy(asc(sql`min(${bookings.number})`))
  return rows
}

/** Returns expenses that the group adopted and for which too little is left. */
export async function waitingExpenses(workgroupId: string) {
  const waiting = await waitingDecisions(['expense'])
  return waiting.flatMap(one =>
    one.workgroupId === workgroupId ? [{ id: one.id, title: one.title, cents: one.detail.cents ?? 0 }] : [],
  )
}
