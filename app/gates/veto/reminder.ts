import type { VetoInFull } from './shown'

/** Mails to management about one veto, in order; each goes out once. */
export const stages = ['raised', 'soon', 'late'] as const
export type Stage = (typeof stages)[number] | 'escalated'

/** Working days before the end on which management is reminded. @source our own choice: time to write an answer and to have it read */
export const daysBeforeEnd = 2

/**
 * Returns the mails that a veto is worth now: one to the works council when the group comes to it, and the latest to
 * management. Where a server stood still and several are due the earlier ones are left out: they are over.
 */
export function stagesOf({ state, clock }: Pick<VetoInFull, 'state' | 'clock'>): Stage[] {
  const toCouncil: Stage[] = state === 'escalated' ? ['escalated'] : []
  if (!clock || clock.says === 'answeredLate') return toCouncil
  if (clock.says === 'late') return [...toCouncil, 'late']
  return [...toCouncil, clock.days <= daysBeforeEnd ? 'soon' : 'raised']
}
