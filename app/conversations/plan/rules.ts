import type { Role } from '~/people/rules'

/** Who can read a development plan besides whoever it belongs to. */
export const planSights = ['onlyMe', 'lead', 'hr', 'leadAndHr'] as const
export type PlanSight = (typeof planSights)[number]

/** As what somebody may read a plan of another: the lead of its owner, or somebody of HR. */
export const planReaders = ['lead', 'hr'] as const
export type PlanReader = (typeof planReaders)[number]

/** The role of those who read a plan for the organisation. */
export const planReadingRoles = ['hr'] as const satisfies readonly Role[]

const readersOf: Record<PlanSight, readonly PlanReader[]> = {
  onlyMe: [],
  lead: ['lead'],
  hr: ['hr'],
  leadAndHr: ['lead', 'hr'],
}

/** Decides whether a plan with this sight is open to somebody who is all of this to its owner now. */
export const isOpenTo = (sight: PlanSight, as: readonly PlanReader[]): boolean =>
  readersOf[sight].some(reader => as.includes(reader))

/**
 * Returns those a plan will open to when it is saved now: they may read it and have a key. For exactly these the browser
 * wraps, and of these it shows the digits first.
 */
export function openingTo<P extends { as: readonly PlanReader[]; publicKey: string | null }>(
  circle: readonly P[],
  sight: PlanSight,
): (P & { publicKey: string })[] {
  return circle.filter((one): one is P & { publicKey: string } => one.publicKey !== null && isOpenTo(sight, one.as))
}

/** Why a plan is not saved: changed or destroyed elsewhere, wrapped for whom it is not open to, or not of our page. */
export const planRefusals = ['changedMeanwhile', 'gone', 'wrapsNotRight', 'malformed'] as const
export type PlanRefused = (typeof planRefusals)[number]
