import type { Day } from '~/calendar'
import type { Seal } from '~/ledger/seal'
import type { Person } from '~/people/rules'
import { unitsOfCell } from '~/pulses/published'
import type { ItemResult, RoundResults } from '~/pulses/results/rules'
import { findRound } from '~/pulses/store.server'
import { ownPrediction, ownUnit } from '../prediction/store.server'
import { findHandedIn } from '../self-check/store.server'
import { barriersBeside, type FiguresById, type MirrorShown, mirrorOf } from './rules'

type Self = Pick<Person, 'id'>

/**
 * Finds what stands beside the result of a check: what management said beforehand, and what this very reader did.
 * @param results a result that this reader may see; nothing is asked here about who may
 */
export async function findMirror(roundId: string, results: Pick<RoundResults, 'items' | 'turnout'>, reader: Self) {
  const round = await findRound(roundId)
  if (round?.state !== 'published' || round.asks === 'pulse') return undefined
  const { items, turnout } = results
  const tooFewAnswered = turnout === undefined || turnout === 'tooFew'
  const figures: FiguresById = new Map(
    items.flatMap(({ id, figure, olderAnswers }) =>
      figure ? [[id, { ...figure, olderAnswers, tooFewAnswered }]] : [],
    ),
  )
  const handedIn = await findHandedIn(roundId)
  const expected = Object.entries(handedIn?.written ?? {}).map(([id, { expectation }]) => [id, expectation])
  const shown: MirrorShown = {
    roundId,
    turnout,
    rows: round.asks === 'checkWithMirror' ? mirrorOf(figures, handedIn?.written) : [],
    handedIn: handedIn && openingBeside(handedIn.seal, round.opensOn),
    barriers: handedIn ? barriersBeside(figures, Object.fromEntries(expected)) : [],
    own: await ownExpectation(roundId, items, reader),
  }
  return shown
}

/** Says what the day of the entry proves: only an earlier one that management handed in before the round opened. */
const openingBeside = (seal: Seal, opensOn: Day) => ({
  seal,
  opensOn,
  isBeforeOpening: seal.isWhole && seal.day !== undefined && seal.day < opensOn,
})

/** Returns what this reader expected of the own team, beside the groups in which it was counted; nobody else is sent it. */
async function ownExpectation(roundId: string, items: readonly ItemResult[], reader: Self) {
  const expected = await ownPrediction(roundId, reader)
  if (!expected) return undefined
  const unit = (await ownUnit(roundId, reader)) ?? ''
  const own = items.flatMap(({ id, cells }) => {
    const cell = cells.find(({ group, sinceRound }) => !sinceRound && unitsOfCell(group.cellId).includes(unit))
    return cell ? [[id, { ...cell, tooFewAnswered: cell.response === 'tooFew' }] as const] : []
  })
  const cells = new Map(own)
  return barriersBeside(cells, expected).map(row => {
    const cell = cells.get(row.barrier)
    return { ...row, labels: cell?.group.labels, response: cell?.response }
  })
}
