import { and, eq, inArray, lte } from 'drizzle-orm'
import { conversations, type Db, persons, talkMarks, talkTallies, topicSlips, transact } from '#db'
import { toBase64url } from '~/ballot-box/bytes'
import { addDays, type Day, dayIn } from '~/calendar'
import { config } from '~/config.server'
import { daysToAnswer } from '../one-to-ones/rules'
import { findMonthKey, markOf } from './month-key.server'
import { isOpen, type Month, monthOf } from './months'
import { daysToAgree, type Ending } from './rules'
import { readSlip } from './slip'

type Counted = Pick<typeof conversations.$inferSelect, 'id' | 'employeeId' | 'isCounted'>

const todayAt = (at: Date) => dayIn(config.timeZone, at)

/**
 * Counts the one-to-ones that came to an end without a record: invitations that nobody answered in time, and talks of
 * which nothing was agreed on paper a month later. Each is counted once; call it before rows are removed.
 */
export async function countEndings(at: Date) {
  await findMonthKey(at)
  await transact(async tx => {
    for (const one of await lapsedAt(tx, todayAt(at))) await countOnce(tx, one, 'noTalk', at)
    for (const one of await unrecordedAt(tx, todayAt(at))) await countOnce(tx, one, 'noRecord', at)
  })
}

/**
 * Counts a one-to-one of which both agreed to a record for the first time. Call `findMonthKey` before the transaction,
 * so that the month has its keys.
 */
export const countRecorded = (tx: Db, conversation: Counted, at: Date) => countOnce(tx, conversation, 'recorded', at)

/** What a browser sends along with the last word on a record, so that the topics of the talk are counted. */
export type SentSlip = { month: Month; personId: string; sealed: string }

/**
 * Keeps what a talk was about until its month is told. The row does not say whose it is, and the rows stand in the order
 * of their names, which are chance. Of one person one slip a month is kept.
 *
 * @returns false when it was not kept: it is no slip, its month is told, or this person has one already
 */
export async function dropSlip(tx: Db, { month, personId, sealed }: SentSlip, at: Date): Promise<boolean> {
  const slip = readSlip(sealed)
  if (!slip) return false
  const mark = isOpen(month, todayAt(at)) && markOf(month, personId, 'topics')
  if (!mark) return false
  if (!(await keepMark(tx, month, mark))) return false
  const added = { id: toBase64url(slip.name), month, teamId: await teamOf(tx, personId), sealed }
  const kept = await tx.delete(topicSlips).where(eq(topicSlips.month, month)).returning()
  const inOrder = [...kept, added].sort((one, other) => (one.id < other.id ? -1 : 1))
  await tx.insert(topicSlips).values(inOrder).onConflictDoNothing()
  return true
}

/** Counts how one ended, unless it is counted already, or its employee is in this month. */
async function countOnce(tx: Db, { id, employeeId, isCounted }: Counted, ending: Ending, at: Date) {
  if (isCounted) return
  const month = monthOf(todayAt(at))
  const mark = markOf(month, employeeId, 'ending')
  await tx.update(conversations).set({ isCounted: true }).where(eq(conversations.id, id))
  if (mark && (await keepMark(tx, month, mark)))
    await addTo(tx, { month, teamId: await teamOf(tx, employeeId) }, ending)
}

/** Keeps a mark. @returns false when it is there already */
async function keepMark(tx: Db, month: Month, mark: string): Promise<boolean> {
  return (await tx.insert(talkMarks).values({ month, mark }).onConflictDoNothing().returning()).length > 0
}

async function addTo(tx: Db, cell: { month: Month; teamId: string }, ending: Ending) {
  const here = and(eq(talkTallies.month, cell.month), eq(talkTallies.teamId, cell.teamId))
  const none = { ...cell, noTalk: 0, noRecord: 0, recorded: 0 }
  const [tally = none] = await tx.select().from(talkTallies).where(here)
  await tx.delete(talkTallies).where(here)
  await tx.insert(talkTallies).values({ ...tally, [ending]: tally[ending] + 1 })
}

async function teamOf(tx: Db, personId: string): Promise<string> {
  const [person] = await tx.select({ teamId: persons.teamId }).from(persons).where(eq(persons.id, personId))
  return person!.teamId
}

const uncounted = eq(conversations.isCounted, false)

const lapsedAt = (tx: Db, today: Day) =>
  tx
    .select()
    .from(conversations)
    .where(
      and(
        uncounted,
        inArray(conversations.state, ['invited', 'declined']),
        lte(conversations.invitedOn, addDays(today, -daysToAnswer - 1)),
      ),
    )

/** Those with an agreed record are counted when it was agreed; a record that is gone since was never agreed to. */
const unrecordedAt = (tx: Db, today: Day) =>
  tx
    .select()
    .from(conversations)
    .where(
      and(
        uncounted,
        inArray(conversations.state, ['held', 'withdrawn', 'expired']),
        lte(conversations.heldOn, addDays(today, -daysToAgree)),
      ),
    )
