import { asc, eq } from 'drizzle-orm'
import { bookings, db, groupSeats, ledgerEntries, mandates, proposals, transact, workgroups } from '#db'
import type { LedgerEvent } from '~/ledger/entries'
import { append } from '~/ledger/store.server'
import { recordBooking } from '~/workgroups/budget/booking.server'
import { type Booking, type BookingAsked, balancesOf } from '~/workgroups/budget/rules'
import { usualRule } from '~/workgroups/votes/rules'
import { hire } from '../people/cast'

export const noon = new Date('2026-06-10T10:00:00Z')
let groups = 0

/** Founds a group with its mandate in the ledger, and members who sit in it. */
export async function foundGroup(memberIds: readonly string[] = [], fromOn = '2026-01-05'): Promise<string> {
  const number = ++groups
  const id = `W-${number}`
  const mandated = { group: id, version: 1, seats: 12, weekly_minutes: 480 }
  const row = { id, number, name: `Groep ${number}`, state: 'working' as const, seats: 12, weeklyMinutes: 480 }
  await transact(async tx => {
    await tx.insert(workgroups).values({ ...row, foundedOn: fromOn })
    await tx.insert(mandates).values({ workgroupId: id, version: 1, words: 'Kwaliteit.', enteredOn: fromOn })
    for (const personId of memberIds)
      await tx.insert(groupSeats).values({ workgroupId: id, personId, office: 'member', fromOn, untilOn: '2100-12-31' })
    await append(tx, { type: 'workgroup.mandated', data: mandated, words: { text: 'Kwaliteit.' } }, noon)
  })
  return id
}

let adoptions = 0
/** Lets a group adopt an expense by a vote; nothing is booked yet. */
export async function adoptExpense(workgroupId: string, cents: number, title = 'Cursus'): Promise<string> {
  const id = `V-${++adoptions}`
  const opened: LedgerEvent = {
    type: 'vote.opened',
    data: {
      ...{ group: workgroupId, proposal: id, subject: 'expense', closes: '2026-06-09' },
      ...{ quorum_pct: 66, majority_pct: 50, veto_pct: 33 },
    },
    words: { title, text: 'Woorden' },
  }
  const counts = { consent: 5, aside: 0, object: 0 }
  const row = { id, workgroupId, subject: 'expense' as const, title, words: 'Woorden', version: 3, ...usualRule }
  const closed = { state: 'adopted' as const, proposedOn: '2026-06-01', closedOn: '2026-06-09' }
  await transact(async tx => {
    await tx.insert(proposals).values({ ...row, ...closed, detail: JSON.stringify({ cents }) })
    await append(tx, opened, noon)
    await append(tx, { type: 'vote.closed', data: { proposal: id, outcome: 'adopted', ...counts } }, noon)
  })
  return id
}

/** Returns the bookings of a group as its table holds them. */
export const bookingsOf = (workgroupId: string) =>
  db.select().from(bookings).where(eq(bookings.workgroupId, workgroupId)).orderBy(asc(bookings.number))

export const director = { id: 'director', roles: ['executive' as const] }
/** Hires those who act at the till: a director, a member, and somebody who is neither. */
export async function hireTill() {
  await hire('director@v.nl', ['executive'])
  await hire('lid@v.nl', ['agent'])
  await hire('ander@v.nl', ['agent', 'worksCouncil', 'projectLead', 'hr', 'workgroupMember'])
}
export const member = { id: 'lid', roles: ['agent' as const] }
export const other = { id: 'ander', roles: ['worksCouncil' as const, 'projectLead' as const, 'hr' as const] }
export type Doer = typeof director | typeof member | typeof other

/** Books as somebody who has the last booking before their eyes. */
export async function booksNow(workgroupId: string, asked: BookingAsked, doer: Doer, what = 'Voor de groep') {
  const { length: seen } = await bookingsOf(workgroupId)
  return recordBooking(workgroupId, { asked, what, seen }, doer, noon)
}

type Written = { group: string; no: number; kind: Booking['kind']; cents: number; from: Booking['fromAccount'] }
/** Returns the bookings of a group as the ledger tells them. */
export async function ledgerBookingsOf(workgroupId: string) {
  const lines = await db.select({ bytes: ledgerEntries.bytes }).from(ledgerEntries).orderBy(asc(ledgerEntries.seq))
  return lines
    .map(({ bytes }) => JSON.parse(bytes) as { type: string; data: Written & { to: Booking['toAccount'] } })
    .filter(({ type, data }) => type === 'budget.booked' && data.group === workgroupId)
    .map(({ data: { no, kind, cents, from, to } }) => ({ number: no, kind, cents, fromAccount: from, toAccount: to }))
}

/** Whether the accounts are sound, and the tables say the same as the ledger. */
export async function isSound(workgroupId: string): Promise<boolean> {
  const rows = (await bookingsOf(workgroupId)).map(({ number, kind, cents, fromAccount, toAccount }) => ({
    ...{ number, kind, cents, fromAccount, toAccount },
  }))
  const everSound = rows.every(({ number }, place) => {
    const { pool, free, committed, spent } = balancesOf(rows.slice(0, place + 1))
    const lowest = Math.min(free, committed, spent)
    return number === place + 1 && lowest >= 0 && pool + free + committed + spent === 0
  })
  return everSound && JSON.stringify(rows) === JSON.stringify(await ledgerBookingsOf(workgroupId))
}
