import { and, eq, isNull, notInArray } from 'drizzle-orm'
import { type Db, db, persons, sites, teams, volunteers } from '#db'
import { addDays, type Day } from '~/calendar'
import { allow, refuse } from '~/decision'
import type { Person } from '~/people/rules'
import { acrossTheTable, membersOf, seatedFrom, sitsIn } from '../members.server'
import { lastDraw, todayHere, type Workgroup } from '../store.server'
import { forgetOffer, inGroup } from './closing.server'
import { seat } from './giving.server'
import { type Contract, offerToSit, type Shift, type Traits } from './rules'
import { endingTerm, firstOpening } from './terms.server'

type By = Pick<Person, 'id' | 'roles' | 'teamId'>
/** Somebody who offers to sit, with their site by name. The number is theirs in the last draw they were in. */
export type Volunteer = { personId: string; number: number | null; traits: Traits }

/** Keeps that somebody offers to sit, in their own words about shift and contract; the site is that of their team. */
export function recordOffer(workgroupId: string, said: { shift: Shift; contract: Contract }, by: By, at: Date) {
  return inGroup(workgroupId, at, async (tx, group) => {
    const decision = offerToSit(by)
    if (!decision.ok) return decision
    if (group.state === 'ended') return refuse('groupEnded')
    const ending = await endingTerm(workgroupId, by.id, todayHere(at), tx)
    if (!ending && (await sitsIn(workgroupId, by.id, todayHere(at), tx))) return refuse('alreadySits')
    if (await isDrawing(tx, workgroupId)) return refuse('drawRunning')
    if (ending) return stay(tx, group, by.id, ending.nextOn)
    const [team] = await tx.select({ siteId: teams.siteId }).from(teams).where(eq(teams.id, by.teamId))
    const own = { ...said, siteId: team!.siteId }
    const target = [volunteers.workgroupId, volunteers.personId]
    const row = { workgroupId, personId: by.id, ...own }
    await tx.insert(volunteers).values(row).onConflictDoUpdate({ target, set: own })
    return allow(null)
  })
}

/** Gives a member another term after the one that ends, where there is room for all who wait as well. */
async function stay(tx: Db, group: Workgroup, personId: string, nextOn: Day) {
  const all = await offersTo(group.id, tx)
  const staying = await seatedFrom(group.id, nextOn, tx)
  const waiting = all.filter(one => !staying.has(one.personId) && one.personId !== personId)
  const sitting = await seatedFrom(group.id, addDays(nextOn, -1), tx)
  const others = waiting.filter(one => !sitting.has(one.personId))
  if (group.seats - staying.size <= others.length) return refuse('othersWait')
  await seat(tx, group, [personId], nextOn)
  return allow(null)
}

/** Takes an offer back, until the list of a draw stands. */
export function takeBack(workgroupId: string, personId: string, at: Date) {
  return inGroup(workgroupId, at, async tx => {
    if (await sitsIn(workgroupId, personId, todayHere(at), tx)) return refuse('alreadySits')
    if (await isDrawing(tx, workgroupId)) return refuse('drawRunning')
    await forgetOffer(tx, workgroupId, personId)
    return allow(null)
  })
}

/** Whether a list was announced from which nothing was drawn yet. */
export async function isDrawing(tx: Db, workgroupId: string): Promise<boolean> {
  const last = await lastDraw(workgroupId, tx)
  return last !== undefined && last.heldOn === null
}

/** Returns everybody who offered to sit and may sit and still works here, also who sits by now. */
async function offersTo(workgroupId: string, from: Db): Promise<Volunteer[]> {
  const rows = await from
    .select({ row: volunteers, site: sites.name })
    .from(volunteers)
    .innerJoin(persons, eq(persons.id, volunteers.personId))
    .leftJoin(sites, eq(sites.id, volunteers.siteId))
    .where(
      and(
        eq(volunteers.workgroupId, workgroupId),
        isNull(persons.leftAt),
        notInArray(persons.id, acrossTheTable(from)),
      ),
    )
    .orderBy(volunteers.personId)
  return rows.map(({ row: { personId, number, siteId, shift, contract }, site }) => ({
    ...{ personId, number },
    traits: { site: site ?? siteId, shift, contract },
  }))
}

/**
 * Returns who sits, who waits and who stays when the next seat falls free, as what seats are divided by knows them. Who
 * waits is told to nobody.
 */
export async function offersBySeat(group: Workgroup, today: Day, from: Db = db) {
  const sitting = new Set((await membersOf(group.id, today, from)).map(({ id }) => id))
  const seated = await seatedFrom(group.id, today, from)
  const { startOn, free, staying } = await firstOpening(group, today, from)
  const all = await offersTo(group.id, from)
  return {
    sitting: all.filter(({ personId }) => sitting.has(personId)),
    staying: all.filter(({ personId }) => staying.has(personId)),
    waiting: all.filter(({ personId }) => !seated.has(personId)),
    ...{ startOn, free },
  }
}

/** Finds what somebody said when they offered to sit; only they themselves are ever asked for. */
export async function ownOffer(workgroupId: string, personId: string) {
  const own = and(eq(volunteers.workgroupId, workgroupId), eq(volunteers.personId, personId))
  const [row] = await db.select().from(volunteers).where(own)
  return row && { number: row.number, shift: row.shift, contract: row.contract }
}

/** Returns the name of the site at which somebody works. */
export async function ownSite(teamId: string): Promise<string> {
  const site = eq(sites.id, teams.siteId)
  const [row] = await db.select({ name: sites.name }).from(teams).innerJoin(sites, site).where(eq(teams.id, teamId))
  return row?.name ?? ''
}
