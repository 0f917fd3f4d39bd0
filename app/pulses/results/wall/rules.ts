import type { RoundKind } from '../../drafting/rules'
import type { HeldBackReason } from '../../groups'
import type { ItemResult, RoundResults } from '../rules'
import { isInBounds } from '../saying'

/** Why groups have no figure of their own for a question, in the order in which it is told. */
export const heldKinds = ['countedWith', 'tooFewAnswers', 'churn', 'either'] as const satisfies HeldBackReason['kind'][]
export type HeldKind = (typeof heldKinds)[number]

/** All that stands about figures on the sheet for the wall: everybody together, no group by itself. */
export type WallSheet = Pick<RoundResults, 'headline' | 'turnout'> & {
  kind: RoundKind
  items: ItemResult[]
  /** Of how many groups some figure is held back, by reason. */
  held: { kind: HeldKind; groups: number }[]
  someInBounds: boolean
  someOlder: boolean
}

/**
 * Returns what the sheet for the wall shows of a result. Figures of groups are left out: a wall is read by everybody who
 * passes, and a group is nobody's contest.
 */
export function sheetOf({ headline, turnout, items }: RoundResults, kind: RoundKind): WallSheet {
  const shown = items.map(item => ({ ...item, change: undefined, cells: [], heldBack: [] }))
  const groupsHeld = (kind: HeldKind) =>
    new Set(items.flatMap(item => item.heldBack.filter(unit => unit.reason.kind === kind).map(unit => unit.unitId)))
  return {
    kind,
    headline,
    turnout,
    items: shown,
    held: heldKinds.map(kind => ({ kind, groups: groupsHeld(kind).size })).filter(({ groups }) => groups > 0),
    someInBounds: items.some(({ figure }) => figure && isInBounds(figure)),
    someOlder: items.some(({ olderAnswers = 0 }) => olderAnswers > 0),
  }
}
