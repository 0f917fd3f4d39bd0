import { createHash } from 'node:crypto'
import { type Db, memberHours, transact } from '#db'
import { mondayOf, type Week } from '~/calendar'
import { allow, refuse } from '~/decision'
import type { Person } from '~/people/rules'
import { sitsIn } from '../members.server'
import { findGroup, todayHere } from '../store.server'
import { tellAgain } from './closing.server'
import { enterRostered, type Minutes, tellOwn } from './rules'
import { rosterOf } from './store.server'

type Told = Pick<Minutes, 'usedMinutes' | 'pulledBackMinutes'> & { week: Week }

/** Keeps what a member says of their own week; nobody else ever writes it. */
export function recordOwn(workgroupId: string, told: Told, personId: string, at: Date) {
  return transact(async tx => {
    const group = await findGroup(workgroupId, tx)
    if (!group) return refuse('noSuchGroup')
    const isMember = await sitsIn(workgroupId, personId, sittingDay(told.week, at), tx)
    const decision = tellOwn(told, { isMember }, todayHere(at))
    if (!decision.ok) return decision
    const { week, usedMinutes, pulledBackMinutes } = told
    const row = { workgroupId, personId, week, promisedMinutes: group.weeklyMinutes }
    const write = () => keep(tx, row, { usedMinutes, pulledBackMinutes })
    await tellAgain(tx, { workgroupId, weeks: [week], at }, write)
    return allow({ week })
  })
}

/** Of a week that is over it counts who sat in the group on its Monday; of this week, who sits there today. */
const sittingDay = (week: Week, at: Date) => {
  const [monday, today] = [mondayOf(week), todayHere(at)]
  return monday < today ? monday : today
}

/** What was rostered for somebody in a week. */
export type Rostered = { personId: string; week: Week; minutes: number }
/** A roster as somebody enters it, with the seal of what they had before their eyes. */
export type RosterEntered = { rows: readonly Rostered[]; seen: string }

/** Enters what was rostered, all of it or nothing. What members said themselves stays as it is. */
export function recordRostered(
  workgroupId: string,
  { rows, seen }: RosterEntered,
  by: Pick<Person, 'roles'>,
  at: Date,
) {
  return transact(async tx => {
    const group = await findGroup(workgroupId, tx)
    if (!group) return refuse('noSuchGroup')
    const stored = await storedFor(workgroupId, rows, group.weeklyMinutes, tx)
    for (const { week, minutes } of rows) {
      const decision = enterRostered({ week, minutes }, by, todayHere(at))
      if (!decision.ok) return decision
    }
    if (stored.some(one => one === undefined)) return refuse('notAMember')
    if (sealOf(rows, stored) !== seen) return refuse('changedMeanwhile')
    const changed = rows.filter(({ minutes }, place) => minutes !== stored[place])
    const weeks = [...new Set(changed.map(({ week }) => week))]
    await tellAgain(tx, { workgroupId, weeks, at }, async () => {
      for (const { personId, week, minutes } of changed) {
        const row = { workgroupId, personId, week, promisedMinutes: group.weeklyMinutes }
        await keep(tx, row, { rosteredMinutes: minutes })
      }
    })
    return allow({ changed: changed.length })
  })
}

type Asked = readonly Pick<Rostered, 'personId' | 'week'>[]

/** Returns the minutes that are rostered now, in the order asked for; nothing where somebody is no member that week. */
export async function storedFor(workgroupId: string, asked: Asked, promisedMinutes: number, from?: Db) {
  const minutesIn = new Map<Week, Map<string, number>>()
  for (const week of new Set(asked.map(one => one.week))) {
    const roster = await rosterOf(workgroupId, week, promisedMinutes, from)
    minutesIn.set(week, new Map(roster.map(({ personId, rosteredMinutes }) => [personId, rosteredMinutes])))
  }
  return asked.map(({ personId, week }) => minutesIn.get(week)?.get(personId))
}

/** Seals what is rostered now, so that whoever changes it has seen it. */
export const sealOf = (asked: Asked, stored: readonly (number | undefined)[]): string =>
  createHash('sha256')
    .update(JSON.stringify(asked.map(({ personId, week }, place) => [personId, week, stored[place]])))
    .digest('base64url')

type Row = { workgroupId: string; personId: string; week: Week; promisedMinutes: number }

/** Writes some of somebody's minutes and leaves the others; a week that is new to us has none of the others yet. */
async function keep(tx: Db, row: Row, minutes: Partial<Minutes>) {
  const target = [memberHours.workgroupId, memberHours.personId, memberHours.week]
  const none = { rosteredMinutes: 0, usedMinutes: 0, pulledBackMinutes: 0 }
  await tx
    .insert(memberHours)
    .values({ ...none, ...row, ...minutes })
    .onConflictDoUpdate({ target, set: minutes })
}
