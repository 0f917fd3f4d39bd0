import { budgetOf } from './budget/store.server'
import { hoursOf } from './hours/store.server'
import type { OpenGroup } from './open-groups'
import { listGroups, todayHere } from './store.server'

/** Returns what anybody may know of every group: money, hours and flags, and nothing of anybody in it. */
export async function openGroups(at: Date): Promise<OpenGroup[]> {
  const today = todayHere(at)
  const groups = await listGroups()
  return Promise.all(
    groups.map(async ({ id, name, state }) => {
      const { leftCents, givenCents, takenBackCents } = await budgetOf(id)
      const { lately, flags } = await hoursOf(id, today)
      const releasedPct = lately?.isHeldBack ? undefined : lately?.releasedPct
      return { id, name, hasEnded: state === 'ended', leftCents, givenCents, takenBackCents, releasedPct, flags }
    }),
  )
}
