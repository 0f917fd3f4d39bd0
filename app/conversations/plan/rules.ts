/** Who can read a development plan besides whoever it belongs to. */
export const planSights = ['onlyMe', 'lead', 'hr', 'leadAndHr'] as const
export type PlanSight = (typeof planSights)[number]
