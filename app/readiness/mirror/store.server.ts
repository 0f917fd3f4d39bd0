import type { Person } from '~/people/rules'
import { unitsOfCell } from '~/pulses/published'
import type { ItemResult } from '~/pulses/results/rules'
import { findRound } from '~/pulses/store.server'
import { ownPrediction, ownUnit } from '../prediction/store.server'
import { findHandedIn } from '../self-check/store.server'
import { barriersBeside, type FiguresById, type MirrorShown, mirrorOf } from './rules'

/**
 * Finds what stands beside the result of a check: what management said beforehand, and what this very reader did.
 * @param items the figures of a result that this reader may see; nothing is asked here about who may
 */
export async function findMirror(roundId: string, items: readonly ItemResult[], reader: Pick<Person, 'id'>) {
  const round = await findRound(roundId)
  if (round?.state !== 'published' || round.asks === 'pulse') return undefined
  const figures: FiguresById = new Map(items.flatMap(({ id, figure }) => (figure ? [[id, figure]] : [])))
  const handedIn = await findHandedIn(roundId)
  const expected = Object.entries(handedIn?.written ?? {}).map(([id, { expectation }]) => [id, expectation])
  const shown: MirrorShown = {
    roundId,
    rows: round.asks === 'checkWithMirror' ? mirrorOf(figures, handedIn?.written) : [],
    handedIn: handedIn && { on: handedIn.on, seal: handedIn.seal },
    barriers: handedIn ? barriersBeside(figures, Object.fromEntries(expected)) : [],
    own: await ownExpectation(roundId, items, reader),
  }
  return shown
}

/** Returns what this reader expected of the own team, beside the groups in which it was counted; nobody else is sent it. */
async function ownExpectation(roundId: string, items: readonly ItemResult[], reader: Pick<Person, 'id'>) {
  const expected = await ownPrediction(roundId, reader)
  if (!expected) return undefined
  const unit = (await ownUnit(roundId, reader)) ?? ''
  const own = items.flatMap(({ id, cells }) => {
    const cell = cells.find(({ group, sinceRound }) => !sinceRound && unitsOfCell(group.cellId).includes(unit))
    return cell ? [[id, cell] as const] : []
  })
  const labels = new Map(own.map(([id, { group }]) => [id, group.labels]))
  return barriersBeside(new Map(own), expected).map(row => ({ ...row, labels: labels.get(row.barrier) }))
}
