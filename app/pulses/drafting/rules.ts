import { type Day, daysBetween, workingDaysBetween } from '~/calendar'
import { allow, type Decision, refuse } from '~/decision'
import type { RoundDays } from '../rules'

/**
 * Working days. Tokens are drawn this long before answering starts, so that the time of
 * drawing tells nothing about the time of answering.
 * @source anonymity.md, section 7
 */
export const shortestIssuing = 3

/**
 * Days from the first token to the last answer. Safari wipes a site's storage after a
 * week without a visit; a longer round would lose tokens.
 * @source anonymity.md, section 3
 */
export const longestRound = 14

/** What a round asks. A check replaces a pulse; with the mirror, staff also judge what management says of itself. */
export const roundKinds = ['pulse', 'check', 'checkWithMirror'] as const
export type RoundKind = (typeof roundKinds)[number]

/**
 * Days after closing for which a works council that asked for the round may keep its result to itself.
 * @source our own choice: two weeks, after which staff hear what they said
 */
export const longestEmbargo = 14

export type PlanRefusal =
  | 'startsInThePast'
  | 'daysOutOfOrder'
  | 'issuingTooShort'
  | 'roundTooLong'
  | 'embargoTooShort'
  | 'embargoTooLong'

type Planned = RoundDays & { embargoUntil?: Day }

/** Decides whether these days make a round in which nobody can be matched by time and nobody loses a token. */
export function planRound(days: Planned, today: Day): Decision<RoundDays, PlanRefusal> {
  if (days.issuingFrom < today) return refuse('startsInThePast')
  if (days.opensOn < days.issuingFrom || days.closesOn < days.opensOn) return refuse('daysOutOfOrder')
  if (workingDaysBetween(days.issuingFrom, days.opensOn) < shortestIssuing) return refuse('issuingTooShort')
  if (daysBetween(days.issuingFrom, days.closesOn) > longestRound) return refuse('roundTooLong')
  if (days.embargoUntil && days.embargoUntil <= days.closesOn) return refuse('embargoTooShort')
  if (days.embargoUntil && daysBetween(days.closesOn, days.embargoUntil) > longestEmbargo)
    return refuse('embargoTooLong')
  return allow(days)
}

/**
 * Decides whether a draft may ask something else: not once management handed in its answers, for these belong to what
 * the round asked then. Another kind would show others, or none.
 */
export function changeKind(
  { asks, isHandedIn }: { asks: RoundKind; isHandedIn: boolean },
  wished: RoundKind = 'pulse',
): Decision<RoundKind, 'selfCheckHandedIn'> {
  return isHandedIn && wished !== asks ? refuse('selfCheckHandedIn') : allow(wished)
}
