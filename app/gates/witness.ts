import type { Day } from '~/calendar'
import type { LedgerEvent } from '~/ledger/entries'
import type { GateKind, KeyHolder } from './rules'
import type { VetoMover, VetoState } from './vetoes'

// What of a gate stands in the ledger. Criteria go in as words, as they were fixed; a measurement is a figure.

type Place = { gateId: string; version: number }
const placeOf = ({ gateId, version }: Place) => ({ gate: gateId, version })

type Fixed = Place & { workgroupId: string; useCaseId: string; kind: GateKind; targetPct: number; measuringFrom: Day }

/** Writes that the criteria of a step are fixed. */
export const stepFixed = (step: Fixed, criteria: readonly object[]): LedgerEvent => ({
  type: 'gate.step',
  data: {
    ...placeOf(step),
    ...{ group: step.workgroupId, use_case: step.useCaseId, kind: step.kind },
    ...{ target_pct: step.targetPct, measuring_from: step.measuringFrom },
  },
  words: { criteria: JSON.stringify(criteria) },
})

/** Writes what was measured. */
export const measured = (
  place: Place,
  one: { criterion: number; fromOn: Day; untilOn: Day; valueMilli: number; volume: number },
): LedgerEvent => ({
  type: 'gate.measured',
  data: {
    ...placeOf(place),
    ...{ criterion: one.criterion, from: one.fromOn, until: one.untilOn },
    ...{ milli: one.valueMilli, volume: one.volume },
  },
})

type Found = {
  proposalId: string
  isGood: boolean
  judgements: readonly { criterion: number; isGood: boolean; note: string }[]
}

/** Writes what the group found of a step by a vote, criterion by criterion. */
export const judged = (place: Place, { proposalId, isGood, judgements }: Found): LedgerEvent => ({
  type: 'gate.judged',
  data: {
    ...{ ...placeOf(place), good: isGood, proposal: proposalId },
    failed: judgements.filter(one => !one.isGood).map(({ criterion }) => criterion),
  },
  words: { notes: JSON.stringify(judgements) },
})

type Turning = Place & { holder: KeyHolder; turned: boolean; proposalId?: string; file?: string; reason?: string }

/** Writes that a key was turned, or turned back. */
export const keyTurned = ({ holder, turned, proposalId, file, reason, ...place }: Turning): LedgerEvent => ({
  type: 'gate.key',
  data: { ...placeOf(place), holder, turned, proposal: proposalId, file: file && `sha256:${file}` },
  words: { reason: reason || undefined },
})

type Open = { version: number; targetPct: number } | undefined

/** Writes how far a gate is open now, and why where somebody said so. */
export const gateMoved = (gate: string, open: Open, reason?: string): LedgerEvent => ({
  type: 'gate.moved',
  data: open ? { gate, pct: open.targetPct, version: open.version } : { gate, pct: 0 },
  words: { reason: reason || undefined },
})

type Raised = Place & {
  id: string
  criterion: number
  proposalId: string
  answerDueOn: Day
  evidence: string
  persuade: string
}

/** Writes that the group vetoes a step. */
export const vetoRaised = ({
  id,
  criterion,
  proposalId,
  answerDueOn,
  evidence,
  persuade,
  ...place
}: Raised): LedgerEvent => ({
  type: 'veto.raised',
  data: { ...placeOf(place), id, criterion, proposal: proposalId, answer_due: answerDueOn },
  words: { evidence, persuade },
})

type Moved = {
  id: string
  state: Exclude<VetoState, 'raised'>
  side: VetoMover
  proposalId?: string
  reason?: string
  name?: string
}

/** Writes what became of a veto. A director's name stands outside the log as words, so that the law can have it erased. */
export const vetoMoved = ({ id, state, side, proposalId, reason, name }: Moved): LedgerEvent => ({
  type: 'veto.moved',
  data: { id, to: state, by: side, proposal: proposalId },
  words: { reason: reason || undefined, name: name || undefined },
})
