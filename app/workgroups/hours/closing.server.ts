import { and, asc, eq, inArray, like } from 'drizzle-orm'
import { type Db, db, groupSeats, mandates, memberHours, sentReminders, transact, workgroups } from '#db'
import { addWeeks, isoWeek, type Week } from '~/calendar'
import { append } from '~/ledger/store.server'
import { todayHere } from '../store.server'
import { lastClosed, type WeekTotal } from './rules'
import { rosterOf, totalOfWeek } from './store.server'
import { hoursReported } from './witness'

// A week that was told and adds up to something else now: it is told again when the next week closes.
const changedMarkOf = (workgroupId: string, week: Week) => `hours changed ${workgroupId} ${week}`
// Each told week leaves a line, so that it is told once: `hours W-1 2026-W31`.
const markOf = (workgroupId: string, week: Week) => `hours ${workgroupId} ${week}`

/**
 * Tells the ledger what became of the hours of each week that is closed, once. Where nobody entered anything, the hours
 * of that week were not released: its members stand in it with nothing. Harmless to repeat.
 */
export async function closeWeeks(at: Date): Promise<void> {
  const until = lastClosed(todayHere(at))
  const groups = await db.select({ id: workgroups.id }).from(workgroups).orderBy(asc(workgroups.number))
  for (const { id } of groups) {
    const weeks = await untold(id, until)
    for (const week of weeks) await closeWeek(id, week, at)
    if (weeks.length > 0) await tellChanged(id, at)
  }
}

/** Tells the ledger what changed in weeks that were told, all of it together: nobody's own change stands by itself. */
const tellChanged = (workgroupId: string, at: Date) =>
  transact(async tx => {
    const marks = like(sentReminders.about, changedMarkOf(workgroupId, '%'))
    const changed = await tx.delete(sentReminders).where(marks).returning()
    for (const about of changed.map(one => one.about).sort())
      await tell(tx, { workgroupId, week: about.split(' ').at(-1)!, at })
  })

/** Tells the ledger the sum of a week; of too few members it tells nothing. */
async function tell(tx: Db, { workgroupId, week, at }: { workgroupId: string; week: Week; at: Date }) {
  const total = await totalOfWeek(workgroupId, week, tx)
  if (total && !total.isHeldBack) await append(tx, hoursReported(workgroupId, total), at)
}

async function untold(workgroupId: string, until: Week): Promise<Week[]> {
  const [first] = await db
    .select({ on: groupSeats.fromOn })
    .from(groupSeats)
    .where(eq(groupSeats.workgroupId, workgroupId))
    .orderBy(asc(groupSeats.fromOn))
    .limit(1)
  if (!first) return []
  const marks = like(sentReminders.about, markOf(workgroupId, '%'))
  const told = new Set((await db.select().from(sentReminders).where(marks)).map(({ about }) => about))
  const weeks: Week[] = []
  for (let week = isoWeek(first.on); week <= until; week = addWeeks(week, 1))
    if (!told.has(markOf(workgroupId, week))) weeks.push(week)
  return weeks
}

function closeWeek(workgroupId: string, week: Week, at: Date) {
  return transact(async tx => {
    const mark = { about: markOf(workgroupId, week), sentOn: todayHere(at) }
    const isNew = (await tx.insert(sentReminders).values(mark).onConflictDoNothing().returning()).length > 0
    if (!isNew || !(await isMandated(tx, workgroupId))) return
    await fillIn(tx, workgroupId, week)
    await tell(tx, { workgroupId, week, at })
  })
}

/** In the ledger a group begins with its mandate; nothing can be told of it before. */
const isMandated = async (tx: Db, workgroupId: string) =>
  (await tx.select().from(mandates).where(eq(mandates.workgroupId, workgroupId)).limit(1)).length > 0

async function fillIn(tx: Db, workgroupId: string, week: Week) {
  const [group] = await tx.select().from(workgroups).where(eq(workgroups.id, workgroupId))
  for (const { personId, name: _, ...minutes } of await rosterOf(workgroupId, week, group!.weeklyMinutes, tx))
    await tx
      .insert(memberHours)
      .values({ workgroupId, personId, week, ...minutes })
      .onConflictDoNothing()
}

type Touched = { workgroupId: string; weeks: readonly Week[]; at: Date }

/** Changes hours, and notes each week that was told before and adds up to something else now, to be told again. */
export async function tellAgain(tx: Db, { workgroupId, weeks, at }: Touched, change: () => Promise<unknown>) {
  const told = await toldAmong(tx, workgroupId, weeks)
  const before = new Map<Week, WeekTotal | undefined>()
  for (const week of told) before.set(week, await totalOfWeek(workgroupId, week, tx))
  await change()
  for (const week of told) {
    const total = await totalOfWeek(workgroupId, week, tx)
    const isChanged = JSON.stringify(total) !== JSON.stringify(before.get(week))
    const mark = { about: changedMarkOf(workgroupId, week), sentOn: todayHere(at) }
    if (total && isChanged) await tx.insert(sentReminders).values(mark).onConflictDoNothing()
  }
}

async function toldAmong(tx: Db, workgroupId: string, weeks: readonly Week[]): Promise<Week[]> {
  if (weeks.length === 0) return []
  const marks = weeks.map(week => markOf(workgroupId, week))
  const rows = await tx
    .select()
    .from(sentReminders)
    .where(and(inArray(sentReminders.about, marks)))
  const told = new Set(rows.map(({ about }) => about))
  return weeks.filter(week => told.has(markOf(workgroupId, week)))
}
