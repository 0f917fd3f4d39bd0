import type { Day } from '~/calendar'
import type { Criterion, Finding } from '../criteria'
import type { VetoMover, VetoState } from '../vetoes'
import type { Clock } from './clock'

/** A criterion as the group wrote it. */
export type CriterionInWords = Criterion & { measure: string; unit: string; source: string }
/** Something that happened to a veto. */
export type VetoMoveShown = {
  number: number
  state: VetoState
  side: VetoMover
  movedOn: Day
  reason: string
  signedBy: string | null
}
/** A veto with everything that is known of it. It is the group's: no member stands here. */
export type VetoInFull = {
  id: string
  state: VetoState
  raisedOn: Day
  answerDueOn: Day
  evidence: string
  persuade: string
  proposalId: string
  gate: { id: string; name: string; useCase: string; workgroupId: string; workgroup: string }
  version: number
  targetPct: number
  criterion: CriterionInWords
  finding: Finding
  moves: VetoMoveShown[]
  clock?: Clock
  isBetter: boolean
}

/** The promise that breaks when somebody sets a veto of a group aside. */
export type VetoPromise = { id: string; text: string; isBroken: boolean }
