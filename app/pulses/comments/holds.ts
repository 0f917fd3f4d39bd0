import { addDays, type Day, workingDaysBetween } from '~/calendar'
import { allow, type Decision, refuse } from '~/decision'
import { hasRole, type Person, promisers, type Role, responders, roundManagers, staffKeepers } from '~/people/rules'

/** Who names a confidant, and ends their task: the works council, on behalf of everyone who writes. */
export const confidantKeepers = ['worksCouncil'] as const satisfies readonly Role[]

/**
 * Who can never read comments before others do: those who answer for the organisation, who run the rounds or the
 * machine, and who lead a team that writes.
 */
export const neverConfidants = [
  ...promisers,
  ...responders,
  ...roundManagers,
  ...staffKeepers,
  'teamLead',
] as const satisfies readonly Role[]

/** Working days that comments may wait. @source issue 4, R7: nobody can keep comments back for longer than this */
export const longestHold = 5

/** Decides whether somebody may be, and remain, a confidant. Asked anew each time: roles change. */
export const mayBeConfidant = (person: Pick<Person, 'roles'>) => !hasRole(person, neverConfidants)

export type AppointRefusal = 'noSuchPerson' | 'hasOwnInterest' | 'alreadyConfidant'

/** Decides whether the works council may make this person a confidant. */
export function appointConfidant(
  person: Pick<Person, 'id' | 'roles'> | undefined,
  confidantIds: ReadonlySet<string>,
): Decision<string, AppointRefusal> {
  if (!person) return refuse('noSuchPerson')
  if (confidantIds.has(person.id)) return refuse('alreadyConfidant')
  return mayBeConfidant(person) ? allow(person.id) : refuse('hasOwnInterest')
}

/** Returns the day on which comments appear at the latest, whoever waits: some working days after the round was published. */
export function heldUntil(publishedOn: Day): Day {
  const first = addDays(publishedOn, 1)
  let day = first
  while (workingDaysBetween(first, addDays(day, 1)) < longestHold) day = addDays(day, 1)
  return day
}

/** What is known of a wait: until when, and when it ended. */
export type Hold = { heldUntil: Day; releasedOn: Day | null }

/** Decides whether everybody may read the comments of a round. Without a hold they never waited. */
export const areReleased = (hold: Hold | undefined) => !hold || hold.releasedOn !== null

/** Decides whether comments that still wait have waited long enough, whatever was marked. */
export const isDue = (hold: Hold, today: Day) => hold.releasedOn === null && hold.heldUntil <= today

/** Decides whether words may still be blanked, and comments be released: once, and never afterwards. */
export function openHold(hold: Hold | undefined): Decision<Hold, 'noHold' | 'alreadyReleased'> {
  if (!hold) return refuse('noHold')
  return hold.releasedOn === null ? allow(hold) : refuse('alreadyReleased')
}
