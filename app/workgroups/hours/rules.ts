import { addWeeks, isoWeek, type Week } from '~/calendar'
import { allow, type Decision, refuse } from '~/decision'
import { hasRole, type Person, type Role } from '~/people/rules'
import { fewestMembers } from '../rules'

/** Who plans the hours of members, and so enters what was rostered. */
export const rosterers = ['projectLead'] as const satisfies readonly Role[]

/** Minutes of a week: promised, rostered, used for the group, and pulled back to the phones. */
export type Minutes = {
  promisedMinutes: number
  rosteredMinutes: number
  usedMinutes: number
  pulledBackMinutes: number
}
/**
 * The minutes of all members of a group together. Where too few have hours in that week, what they used and what was
 * pulled back is held back: it would be read of one person.
 */
export type WeekTotal = Minutes & { week: Week; isHeldBack?: true }

/** Returns a sum without what would tell of one person, where it is of too few members. */
export function tellable({ members, ...total }: WeekTotal & { members: number }): WeekTotal {
  if (members >= fewestMembers) return total
  return { ...total, usedMinutes: 0, pulledBackMinutes: 0, isHeldBack: true }
}

/** Minutes in a week at most: more is a typing mistake. @source Directive 2003/88/EC, art. 22: 60 hours are beyond every reference period in practice */
export const mostMinutes = 60 * 60
/** Weeks back that can still be told about, and that figures and flags are about. @source our own choice: a quarter */
export const weeksShown = 13
/** Weeks ahead for which hours are rostered. @source our own choice: rosters are made for eight weeks */
export const weeksAhead = 8

/** Returns the last week that is closed: its figures are in the ledger. There is one week to tell what happened. */
export const lastClosed = (today: string): Week => addWeeks(isoWeek(today), -2)

export type HoursRefusal = 'notAMember' | 'notYourDeed' | 'weekNotBegun' | 'weekTooOld' | 'weekTooFar' | 'tooManyHours'
/** Why a roster is not entered. */
export type RosterRefusal = HoursRefusal | 'noSuchGroup' | 'changedMeanwhile'

const isTooMany = (minutes: number) => !(Number.isSafeInteger(minutes) && minutes >= 0 && minutes <= mostMinutes)

/** Decides whether a member may tell what they used, and what was taken from them: only they, and of weeks that began. */
export function tellOwn(
  told: Pick<Minutes, 'usedMinutes' | 'pulledBackMinutes'> & { week: Week },
  by: { isMember: boolean },
  today: string,
): Decision<typeof told, HoursRefusal> {
  if (!by.isMember) return refuse('notAMember')
  if (told.week > isoWeek(today)) return refuse('weekNotBegun')
  if (told.week <= addWeeks(isoWeek(today), -weeksShown)) return refuse('weekTooOld')
  return isTooMany(told.usedMinutes) || isTooMany(told.pulledBackMinutes) ? refuse('tooManyHours') : allow(told)
}

/** Decides whether what was rostered may be entered: by who plans, and not for weeks that nobody plans yet. */
export function enterRostered(
  entered: { week: Week; minutes: number },
  by: Pick<Person, 'roles'>,
  today: string,
): Decision<typeof entered, HoursRefusal> {
  if (!hasRole(by, rosterers)) return refuse('notYourDeed')
  if (entered.week > addWeeks(isoWeek(today), weeksAhead)) return refuse('weekTooFar')
  if (entered.week <= addWeeks(isoWeek(today), -weeksShown)) return refuse('weekTooOld')
  return isTooMany(entered.minutes) ? refuse('tooManyHours') : allow(entered)
}

/** Percent of the promised hours that must really be released. @source walkthroughs.md, 6.3: at least 70 % */
export const fewestPct = 70
/** Weeks running with too little before it is a flag. @source issue 7: one bad week is a bad week */
const weeksRunning = 2

/** Returns the shares of the promised hours in whole percents, rounded down; what was pulled back was not released. */
export function sharesOf(total: Minutes) {
  const pct = (minutes: number) =>
    total.promisedMinutes === 0 ? 100 : Math.min(100, Math.floor((100 * minutes) / total.promisedMinutes))
  return { releasedPct: pct(releasedMinutes(total)), usedPct: pct(total.usedMinutes) }
}

/** Returns the minutes that somebody rostered and nobody took away again. */
export const releasedMinutes = ({ rosteredMinutes, pulledBackMinutes }: Minutes): number =>
  Math.max(0, rosteredMinutes - pulledBackMinutes)

/** What everybody should see: too little released, weeks running; or hours taken back for the phones. */
export type HoursFlag = { kind: 'tooFew'; weeks: Week[] } | { kind: 'pulledBack'; weeks: Week[]; minutes: number }

/** Finds the flags. Weeks that are not closed count for what was pulled back, which nobody needs to wait for. */
export function flagsOf(weeks: readonly WeekTotal[], closedUntil: Week): HoursFlag[] {
  const closed = weeks.filter(({ week, promisedMinutes }) => week <= closedUntil && promisedMinutes > 0)
  const last = closed.slice(-weeksRunning)
  const isShort = last.length === weeksRunning && last.every(one => sharesOf(one).releasedPct < fewestPct)
  const pulled = weeks.filter(one => one.pulledBackMinutes > 0)
  const minutes = totalOf(pulled).pulledBackMinutes
  return [
    ...(isShort ? [{ kind: 'tooFew' as const, weeks: last.map(({ week }) => week) }] : []),
    ...(pulled.length > 0 ? [{ kind: 'pulledBack' as const, weeks: pulled.map(({ week }) => week), minutes }] : []),
  ]
}

/** Adds up minutes. */
export function totalOf(all: readonly Minutes[]): Minutes {
  const sum = (key: keyof Minutes) => all.reduce((total, one) => total + one[key], 0)
  return {
    promisedMinutes: sum('promisedMinutes'),
    rosteredMinutes: sum('rosteredMinutes'),
    usedMinutes: sum('usedMinutes'),
    pulledBackMinutes: sum('pulledBackMinutes'),
  }
}
