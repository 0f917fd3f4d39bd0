import type { Day } from '~/calendar'
import { allow, type Decision, refuse } from '~/decision'
import type { Person } from '~/people/rules'
import { hasRole } from '~/people/rules'

/**
 * Where a veto stands. All but the last two hold their step: `accepted` means that management does as the group says, so
 * that step never opens and a better one comes in its place.
 * @source law.md, section 1.7, no. 5
 */
export const vetoStates = ['raised', 'answered', 'escalated', 'accepted', 'persuaded', 'overridden'] as const
export type VetoState = (typeof vetoStates)[number]

/** Returns whether a veto holds its step: until the group is persuaded, or a director sets it aside by name and in public. */
export const isStanding = ({ state }: { state: VetoState }): boolean => state !== 'persuaded' && state !== 'overridden'

/**
 * Returns whether the group still waits for an end of a veto. Then it holds every step that goes as far or further as well:
 * nobody passes a no by a longer stride. Once management does as the group says, only the step that it gave up stays shut.
 */
export const isDisputed = (veto: { state: VetoState }): boolean => isStanding(veto) && veto.state !== 'accepted'

/** Working days in which management answers. @source law.md, section 1.7, no. 5 */
export const answerWorkingDays = 10

/** Who moves a veto: the working group by its own vote, management, or one director who signs with a name. */
export const vetoMovers = ['group', 'management', 'director'] as const
export type VetoMover = (typeof vetoMovers)[number]

/** What can be done with a veto, by whom, and from where to where. `group` means: by a vote of the working group that closed. */
const moves = {
  answer: { by: 'management', from: ['raised'], to: 'answered' },
  accept: { by: 'management', from: ['raised', 'answered', 'escalated'], to: 'accepted' },
  persuaded: { by: 'group', from: ['answered', 'escalated'], to: 'persuaded' },
  escalate: { by: 'group', from: ['raised', 'answered'], to: 'escalated' },
  override: { by: 'director', from: ['answered', 'escalated'], to: 'overridden' },
} as const satisfies Record<string, { by: VetoMover; from: readonly VetoState[]; to: VetoState }>

export type VetoMove = keyof typeof moves
export type VetoRefusal = 'notYourMove' | 'vetoMovedOn' | 'reasonMissing' | 'nameMissing'

/** What somebody wants to do with a veto. `name` is the director's, and stands in public with the reasons. */
export type VetoAsked = { move: VetoMove; by: VetoMover; reason: string; name?: string }

/**
 * Decides whether a veto may be moved. Only the group can be persuaded; overriding asks a director's name and reasons,
 * after management has answered or the group went to the works council, and stays in public for good.
 *
 * @source law.md, section 1.7, no. 5; product.md, rule 6
 */
export function moveVeto(veto: { state: VetoState }, asked: VetoAsked): Decision<{ state: VetoState }, VetoRefusal> {
  const { by, from, to } = moves[asked.move]
  if (by !== asked.by) return refuse('notYourMove')
  if (!(from as readonly VetoState[]).includes(veto.state)) return refuse('vetoMovedOn')
  if (asked.by !== 'group' && asked.reason.trim() === '') return refuse('reasonMissing')
  if (asked.move === 'override' && !asked.name?.trim()) return refuse('nameMissing')
  return allow({ state: to })
}

/** Returns as whom somebody may move a veto: a director, or management without a director's pen. Votes come from nobody alone. */
export function vetoMoversOf(person: Pick<Person, 'roles'>): VetoMover[] {
  if (hasRole(person, ['executive'])) return ['management', 'director']
  return hasRole(person, ['projectLead']) ? ['management'] : []
}

/** Returns what somebody can do with a veto as it stands: for management at once, for a member by a vote of the group. */
export function vetoMovesOpenTo(
  { state }: { state: VetoState },
  by: Pick<Person, 'roles'> & { isMember: boolean },
): VetoMove[] {
  const sides = [...vetoMoversOf(by), ...(by.isMember ? (['group'] as const) : [])]
  return (Object.keys(moves) as VetoMove[]).filter(move => {
    const { by: side, from } = moves[move]
    return sides.includes(side) && (from as readonly VetoState[]).includes(state)
  })
}

/** Counts forward so many working days; `isFree` tells weekends and holidays of the place. */
export function afterWorkingDays(from: Day, days: number, next: (day: Day) => Day, isFree: (day: Day) => boolean): Day {
  let [day, left] = [from, days]
  while (left > 0) {
    day = next(day)
    if (!isFree(day)) left -= 1
  }
  return day
}
