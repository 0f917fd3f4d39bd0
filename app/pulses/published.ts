import { canonical } from '~/ballot-box/canonical'
import type { HeldCell } from './disclosure/history'
import { mayBeShown } from './disclosure/rules'
import type { PublishedCell, Tally } from './tally'

/** How many took part, in the same cells that answers are counted in: ballots ≤ issued ≤ roster, or something is wrong. */
export type TurnoutCell = { cellId: string; unitIds: string[]; roster: number; issued: number; ballots: number }
/**
 * The totals of a round. `counted` is absent when fewer than seven people answered. `slipsOver` are ballots by slips
 * that nobody was given, in all groups together, and absent as long as there are none: who used a slip is nobody's business.
 */
export type Totals = { cells: TurnoutCell[]; roster: number; counted?: number; rejected: number; slipsOver?: number }

type PerUnit = ReadonlyMap<string, number>
type Slips = { used: PerUnit; handedOut: PerUnit }

/** Counts the slips that were used beyond those handed out, unit by unit, so that no unit makes up for another. */
export function slipsOver({ used, handedOut }: Slips): number {
  return [...used].reduce((sum, [id, slips]) => sum + Math.max(0, slips - (handedOut.get(id) ?? 0)), 0)
}

/** Returns who took part as numbers per cell; a number about fewer than seven ballots is not among them. */
export function totalsOf(tally: Tally, roster: PerUnit, issued: PerUnit, slips?: Slips): Totals {
  const over = (unitIds: string[], per: PerUnit) => unitIds.reduce((sum, id) => sum + (per.get(id) ?? 0), 0)
  const cells = tally.ballotsPerCell.map(({ cellId, unitIds, ballots }) => ({
    cellId,
    unitIds,
    roster: over(unitIds, roster),
    issued: over(unitIds, issued),
    ballots,
  }))
  return {
    cells,
    roster: over([...roster.keys()], roster),
    ...(mayBeShown(tally.counted) ? { counted: tally.counted } : {}),
    rejected: tally.rejected,
    ...(slips && slipsOver(slips) > 0 ? { slipsOver: slipsOver(slips) } : {}),
  }
}

type Figures = { cells: readonly PublishedCell[]; held: readonly HeldCell[]; totals: Totals }

/** Writes figures in the form that is hashed. */
export const figureRows = (cells: readonly PublishedCell[]) =>
  cells.map(({ cellId, itemId, n, favourable, unfavourable }) => ({
    cell: cellId,
    item: itemId,
    n,
    favourable: [...favourable],
    unfavourable: [...unfavourable],
  }))

/** Writes which figures were held back in the form that is hashed. */
export const heldRows = (held: readonly HeldCell[]) =>
  held
    .map(({ cellId, itemId, sinceRoundId, hadTooFewAnswers }) => ({
      cell: cellId,
      item: itemId,
      ...(hadTooFewAnswers === undefined ? {} : { too_few: hadTooFewAnswers }),
      ...(sinceRoundId ? { since: sinceRoundId } : {}),
    }))
    .sort((one, other) => (canonical(one) < canonical(other) ? -1 : 1))

/** Writes what is published as the bytes whose hash is announced: whoever changes a figure, or which is held back, changes it. */
export function resultsText(round: string, { cells, held, totals }: Figures): string {
  return canonical({ round, figures: figureRows(cells), held: heldRows(held), totals })
}

/** Reads the units of a cell from its id. */
export const unitsOfCell = (cellId: string): string[] => cellId.split('+')
