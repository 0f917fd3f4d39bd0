import { and, eq, or, sql } from 'drizzle-orm'
import { bookings, type Db, mandates } from '#db'
import { dayIn } from '~/calendar'
import { config } from '~/config.server'
import { allow, type Decision, refuse } from '~/decision'
import { append } from '~/ledger/store.server'
import type { ReadyFile } from '~/promises/evidence/file.server'
import { keepFile } from '~/promises/evidence/store.server'
import {
  type Balances,
  type Booker,
  type Booking,
  type BookingAsked,
  type BookingRefusal,
  bookInto,
  type Till,
} from './rules'
import { booked } from './witness'

/** Something to book, with the words for it and the receipt if there is one. */
export type Entered = { asked: BookingAsked; by: Booker; what: string; file?: ReadyFile }

/**
 * Books what the law of the till allows, with its entry in the ledger, inside the transaction of a caller. The engine adds
 * up what is on the accounts: all bookings of years need not be read for the next one.
 */
export async function bookIn(
  tx: Db,
  workgroupId: string,
  { asked, by, what, file }: Entered,
  at: Date,
): Promise<Decision<Booking, BookingRefusal | 'noMandate'>> {
  // In the ledger a group begins with its mandate; before that it has no accounts.
  const [mandate] = await tx.select().from(mandates).where(eq(mandates.workgroupId, workgroupId)).limit(1)
  if (!mandate) return refuse('noMandate')
  const decision = bookInto(await readTill(tx, workgroupId, asked), asked, by)
  if (!decision.ok) return decision
  if (file) await keepFile(tx, file)
  const booking = { ...decision.value, workgroupId, what }
  const receipt = { fileHash: file?.hash, fileName: file?.name }
  await tx.insert(bookings).values({ ...booking, ...receipt, bookedOn: dayIn(config.timeZone, at) })
  await append(tx, booked(booking), at)
  return allow(decision.value)
}

/** Reads as much of a till as the next booking needs; the sums are made where the bookings lie. */
export async function readTill(from: Db, workgroupId: string, asked: BookingAsked): Promise<Till> {
  const sums = await sumsOf(from, workgroupId)
  const original = asked.kind === 'correction' ? await findOriginal(from, workgroupId, asked.corrects) : undefined
  const decision = asked.kind === 'correction' ? original?.proposalId : asked.proposalId
  const leftOfDecision = decision ? (await sumsOf(from, workgroupId, decision)).balances.committed : 0
  return { ...sums, original, leftOfDecision }
}

/** Adds up what is on each account, of one decision or of everything, and counts the bookings. */
export async function sumsOf(from: Db, workgroupId: string, proposalId?: string) {
  const { fromAccount, toAccount, cents } = bookings
  const own = eq(bookings.workgroupId, workgroupId)
  const rows = await from
    .select({
      ...{ fromAccount, toAccount },
      cents: sql`sum(${cents})`.mapWith(Number),
      booked: sql`count(*)`.mapWith(Number),
    })
    .from(bookings)
    .where(proposalId ? and(own, eq(bookings.proposalId, proposalId)) : own)
    .groupBy(fromAccount, toAccount)
  const balances: Balances = { pool: 0, free: 0, committed: 0, spent: 0 }
  for (const row of rows) {
    balances[row.fromAccount] -= row.cents
    balances[row.toAccount] += row.cents
  }
  return { balances, booked: rows.reduce((sum, row) => sum + row.booked, 0) }
}

async function findOriginal(from: Db, workgroupId: string, number: number) {
  const either = or(eq(bookings.number, number), eq(bookings.corrects, number))
  const rows = await from
    .select()
    .from(bookings)
    .where(and(eq(bookings.workgroupId, workgroupId), either))
  const original = rows.find(row => row.number === number)
  return original && { ...original, isCorrected: rows.some(row => row.corrects === number) }
}
