import { addDays, type Day, daysBetween } from '~/calendar'

/** How far witnessing got: how many entries wait for a witness, and since which day. */
export type CosigningFacts = { witnesses: number; waiting: number; waitingSince: Day | null; lastSignedOn: Day | null }

/**
 * Days that an entry may wait for a witness before the house asks for it: two days are left then, of which a weekend
 * takes at most both. It counts from the oldest waiting entry and not from the last cosignature: a ledger in which
 * nothing was entered gives a witness nothing to sign.
 *
 * @source verify.mjs, `longestWait`: 8 days, minus a weekend
 */
export const daysUntilReminder = 6

/** Days after which an entry that no witness saw counts as back-dated, for good. @source verify.mjs, `longestWait` */
export const daysUntilMark = 8

/** Days between two mails when the mark is there already. @source product.md: a reminder is not a siren */
export const daysBetweenLateMails = 7

/** Returns what to say to whoever can sign along: how long entries wait and when the lasting mark comes; nothing as long as it can wait. */
export function reminderOf(facts: CosigningFacts, today: Day) {
  if (facts.witnesses === 0 || facts.waitingSince === null) return undefined
  const days = daysBetween(facts.waitingSince, today)
  if (days < daysUntilReminder) return undefined
  return { days, markOn: addDays(facts.waitingSince, daysUntilMark), isLate: days > daysUntilMark }
}

/** Decides whether entries that wait for `days` are worth a mail today: every day until the mark, then once a week. */
export function isMailDay(days: number): boolean {
  if (days < daysUntilReminder) return false
  return days <= daysUntilMark || (days - daysUntilMark) % daysBetweenLateMails === 0
}
