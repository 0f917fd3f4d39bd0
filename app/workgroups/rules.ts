import type { Role } from '~/people/rules'

/** Where a working group stands: it looks for members, it works, or its mandate has ended. */
export const workgroupStates = ['forming', 'working', 'ended'] as const
export type WorkgroupState = (typeof workgroupStates)[number]

/** Who founds a group and writes its mandate; from then on the group decides for itself. */
export const founders = ['executive', 'hr'] as const satisfies readonly Role[]
