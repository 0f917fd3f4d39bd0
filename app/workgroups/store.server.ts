import { and, desc, eq, isNotNull, ne, or } from 'drizzle-orm'
import { type Db, db, draws, mandates, seatRules, sites, workgroups } from '#db'
import { addMonths, type Day, dayIn } from '~/calendar'
import { config } from '~/config.server'
import { membersOf } from './members.server'
import type { GroupFacts, WorkgroupState } from './rules'
import type { SeatRule } from './seats/draw'
import { seatTraits } from './seats/rules'
import type { Mandate } from './shown'
import { isVoting } from './votes/running.server'

/** A working group as it stands. */
export type Workgroup = typeof workgroups.$inferSelect

/** Returns the day that `at` falls on for the people of this installation. */
export const todayHere = (at: Date): Day => dayIn(config.timeZone, at)

/** Finds a group. */
export async function findGroup(id: string, from: Db = db): Promise<Workgroup | undefined> {
  const [row] = await from.select().from(workgroups).where(eq(workgroups.id, id))
  return row
}

/** Returns every group, those that have not ended first, the newest first. */
export async function listGroups(): Promise<Workgroup[]> {
  const rows = await db.select().from(workgroups).orderBy(desc(workgroups.number))
  const hasEnded = ({ state }: { state: WorkgroupState }) => Number(state === 'ended')
  return rows.sort((a, b) => hasEnded(a) - hasEnded(b))
}

/** Returns all mandates of a group, the one that counts first. */
export async function mandatesOf(workgroupId: string, from: Db = db): Promise<Mandate[]> {
  const own = eq(mandates.workgroupId, workgroupId)
  const rows = await from.select().from(mandates).where(own).orderBy(desc(mandates.version))
  return rows.map(({ version, words, enteredOn }) => ({ version, words, enteredOn }))
}

/** Returns who has to be at the table, with sites by their id. */
export async function rulesOf(workgroupId: string, from: Db = db): Promise<SeatRule[]> {
  const rows = await from
    .select()
    .from(seatRules)
    .where(eq(seatRules.workgroupId, workgroupId))
    .orderBy(seatRules.value)
  const inOrder = [...rows].sort((a, b) => seatTraits.indexOf(a.trait) - seatTraits.indexOf(b.trait))
  return inOrder.map(({ trait, value, atLeast }) => ({ trait, value, atLeast }))
}

/** Returns the sites of the house. */
export const sitesHere = (from: Db = db) =>
  from.select({ id: sites.id, name: sites.name }).from(sites).orderBy(sites.name)

/**
 * Returns the last draw of a group, as it is stored: before it is held, its seed is a secret of the house. One whose list
 * was erased before it was held can never be held.
 */
export async function lastDraw(workgroupId: string, from: Db = db) {
  const canBeHeld = or(isNotNull(draws.heldOn), ne(draws.list, ''))
  const own = and(eq(draws.workgroupId, workgroupId), canBeHeld)
  const [row] = await from.select().from(draws).where(own).orderBy(desc(draws.announcedSeq)).limit(1)
  return row
}

/** Returns what the rules about a mandate need to know of a group. */
export async function factsOf(group: Workgroup, today: Day, from: Db = db): Promise<GroupFacts> {
  const [latest] = await mandatesOf(group.id, from)
  const draw = await lastDraw(group.id, from)
  // Terms that are still to come begin within a month.
  const [now, soon] = [await membersOf(group.id, today, from), await membersOf(group.id, addMonths(today, 1), from)]
  return {
    state: group.state,
    version: latest?.version ?? 0,
    sitting: Math.max(now.length, soon.length),
    isDrawing: draw !== undefined && draw.heldOn === null,
    isVoting: await isVoting(from, group.id),
  }
}

/** Returns the groups that have not ended and go by this name. */
export async function groupsNamed(name: string, from: Db = db): Promise<Workgroup[]> {
  const rows = await from.select().from(workgroups).where(ne(workgroups.state, 'ended'))
  return rows.filter(group => group.name.toLowerCase() === name.toLowerCase())
}
