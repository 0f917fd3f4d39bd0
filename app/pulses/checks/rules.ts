import type { Day } from '~/calendar'
import { cellLabels } from '../groups'
import type { Totals, TurnoutCell } from '../published'
import type { RoundState } from '../rules'
import type { UnitNode } from '../units'

/** Why counts of one group cannot be right. */
export type CountFault = 'moreBallotsThanIssued' | 'moreIssuedThanPeople'

/** The counts of one group that cannot be right, whatever the explanation is. */
export type ImpossibleCount = TurnoutCell & { fault: CountFault }

/**
 * Returns the groups whose counts cannot be right: nobody answers without a token or slip, and nobody gets two.
 * An empty list says that nothing was added, not that nothing was invented. @source anonymity.md §9
 */
export function impossibleCounts({ cells }: Pick<Totals, 'cells'>): ImpossibleCount[] {
  return cells.flatMap(cell => faultsOf(cell).map(fault => ({ ...cell, fault })))
}

/** Slips that were used although nobody was given them: votes of whoever made the cards, or handed them out. */
type SlipsOver = { fault: 'moreSlipsThanHandedOut'; labels: string[]; count: number }

/** An impossible count as a page shows it, with the names of its groups; that of slips is of all groups together. */
export type ImpossibleShown = (Omit<ImpossibleCount, 'cellId' | 'unitIds'> & { labels: string[] }) | SlipsOver

/** Returns the impossible counts of a round, with the names of their groups. */
export const impossibleIn = (totals: Pick<Totals, 'cells' | 'slipsOver'>, tree: UnitNode): ImpossibleShown[] => [
  ...impossibleCounts(totals).map(({ cellId, unitIds: _, ...count }) => ({
    ...count,
    labels: cellLabels(tree, cellId),
  })),
  ...slipsOverIn(totals),
]

function slipsOverIn({ slipsOver: count = 0 }: Pick<Totals, 'slipsOver'>): SlipsOver[] {
  return count > 0 ? [{ fault: 'moreSlipsThanHandedOut', labels: [], count }] : []
}

function faultsOf({ roster, issued, ballots }: TurnoutCell): CountFault[] {
  return [
    ...(ballots > issued ? (['moreBallotsThanIssued'] as const) : []),
    ...(issued > roster ? (['moreIssuedThanPeople'] as const) : []),
  ]
}

/** What was handed out in somebody's name: nothing yet, a token to a browser, or a slip of paper. */
export type HandedOut = 'nothing' | 'token' | 'slip'

/** What stands where a token would, when somebody took a slip of paper instead. */
const slipMark = 'slip'

/** Tells what was handed out in somebody's name, from what the organisation keeps of it. */
export function handedOut(issuance: { blindedSha256: string } | undefined): HandedOut {
  if (!issuance) return 'nothing'
  return issuance.blindedSha256 === slipMark ? 'slip' : 'token'
}

/** Returns whether people can look up how they stand in a round: afterwards the organisation no longer knows. */
export const canBeLookedUp = (state: RoundState) => state === 'issuing' || state === 'open'

/** How somebody stands in a round that runs: what only they may look up. */
export type OwnStanding = {
  round: { id: string; number: number }
  manifestSha256: string
  unit: string
  roster: number
  handedOut: HandedOut
  listsConfirmedOn: Day | null
}

/** What a browser needs to bring over a token of one round by code words. */
export type OwnErrand = { round: string; unit: string; manifestSha256: string; holder: string }
