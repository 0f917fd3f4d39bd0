import { addWeeks, isoWeek, isWeek, mondayOf, type Week } from '~/calendar'
import { translatorOn } from '~/language/catalogues.server'
import { languageOf } from '~/language/language.server'
import type { Person } from '~/people/rules'
import { requirePerson, requireRole } from '~/people/session.server'
import { sitsIn } from '../members.server'
import { findGroup, todayHere } from '../store.server'
import { rosterers, weeksAhead, weeksShown } from './rules'
import { ownWeeks } from './store.server'

async function shownTo(request: Request, person: Person, groupId = '') {
  const group = await findGroup(groupId)
  if (!group) throw new Response(null, { status: 404 })
  const { id, name, weeklyMinutes } = group
  const t = translatorOn(await languageOf(request, person))
  return { person, group: { id, name, weeklyMinutes }, today: todayHere(new Date()), t }
}

/** Returns a group for who is signed in; 404 when there is none. */
export const groupWithHours = async (request: Request, groupId?: string) =>
  shownTo(request, await requirePerson(request), groupId)

/** Returns a group for who plans its hours. */
export const groupToRoster = async (request: Request, groupId?: string) =>
  shownTo(request, await requireRole(request, rosterers), groupId)

/** Returns the week of a roster that an address asks for, and the ways to the weeks around it. */
export function weekAsked(request: Request, today: string) {
  const asked = new URL(request.url).searchParams.get('week') ?? ''
  const now = isoWeek(today)
  const isShown = (week: Week) => week > addWeeks(now, -weeksShown) && week <= addWeeks(now, weeksAhead)
  const week = isWeek(asked) && isShown(asked) ? asked : now
  const around = [addWeeks(week, -1), addWeeks(week, 1)] as const
  const [previous, next] = around.map(one => (isShown(one) ? one : undefined))
  return { week, previous, next }
}

/** Returns what a member needs to tell of their own weeks; nothing for who is not one. */
export async function ownOf(workgroupId: string, personId: string, today: string) {
  if (!(await sitsIn(workgroupId, personId, today))) return undefined
  const sat: Week[] = []
  for (let back = 0; back < weeksShown; back++) {
    const week = addWeeks(isoWeek(today), -back)
    if (await sitsIn(workgroupId, personId, mondayOf(week))) sat.push(week)
  }
  return { weeks: (await ownWeeks(workgroupId, personId)).slice(0, weeksShown), choices: sat }
}
