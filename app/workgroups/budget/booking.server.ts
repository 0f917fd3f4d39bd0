import { and, eq } from 'drizzle-orm'
import { bookings, type Db, transact, workgroups } from '#db'
import { dayIn } from '~/calendar'
import { config } from '~/config.server'
import { allow, refuse } from '~/decision'
import { hasRole, type Person } from '~/people/rules'
import { sitsIn } from '../members.server'
import { funders } from './given'
import { type Booker, type BookingAsked, bookerOf } from './rules'
import { bookIn, type Entered, readTill } from './till.server'

/** A deed at the till, and the number of the last booking that whoever does it had before their eyes. */
export type Deed = Omit<Entered, 'by'> & { seen: number }
type Doer = Pick<Person, 'id' | 'roles'>

/**
 * Books what somebody does at the till of a group, each deed once: a second click finds it done. Two who book at once
 * each saw the same balance, so only one goes through; the other looks again.
 */
export function recordBooking(workgroupId: string, { seen, ...deed }: Deed, doer: Doer, at: Date) {
  return transact(async tx => {
    const [group] = await tx.select().from(workgroups).where(eq(workgroups.id, workgroupId))
    if (!group) return refuse('noSuchGroup')
    const { booked, original } = await readTill(tx, workgroupId, deed.asked)
    const by = bookerOf(original?.kind ?? deed.asked.kind)
    if (!(await mayBook(tx, workgroupId, { by, doer, at }))) return refuse('notYourMoney')
    if (booked !== seen && (await isDone(tx, workgroupId, { ...deed, seen }))) return allow({ number: seen + 1 })
    if (booked !== seen) return refuse('changedMeanwhile')
    if (isUndecided(deed.asked)) return refuse('notDecided')
    return bookIn(tx, workgroupId, { ...deed, by }, at)
  })
}

type Doing = { by: Booker; doer: Doer; at: Date }

const mayBook = async (tx: Db, workgroupId: string, { by, doer, at }: Doing) =>
  by === 'management' ? hasRole(doer, funders) : sitsIn(workgroupId, doer.id, dayIn(config.timeZone, at), tx)

/** Money is committed by a vote, never by a hand; what is paid or let go belongs to such a decision. */
const isUndecided = (asked: BookingAsked) =>
  asked.kind === 'commitment' || ((asked.kind === 'expense' || asked.kind === 'release') && !asked.proposalId)

async function isDone(tx: Db, workgroupId: string, { asked, what, seen }: Deed): Promise<boolean> {
  const next = and(eq(bookings.workgroupId, workgroupId), eq(bookings.number, seen + 1))
  const [row] = await tx.select().from(bookings).where(next)
  if (row?.kind !== asked.kind || row.what !== what) return false
  if (asked.kind === 'correction') return row.corrects === asked.corrects
  return row.cents === asked.cents && row.proposalId === (asked.proposalId ?? null)
}
