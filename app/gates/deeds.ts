import type { Day } from '~/calendar'
import { type Gate, openGate, openStep, type Step, vetoesHolding } from './rules'

/** What somebody may do at a gate. */
export type May = { write: boolean; turn: boolean; open: boolean; make: boolean; stepBack: boolean }

export const deeds = [
  'toVeto',
  'vote',
  'writeCriteria',
  'judge',
  'turnKey',
  'open',
  'measure',
  'stepBack',
  'veto',
  'groupKeyBack',
  'turnKeyBack',
  'newStep',
] as const
export type Deed = (typeof deeds)[number]

type At = { gate: Gate; step: Step; may: May; isProposed: boolean; today: Day }

/** Returns what a reader can do here now, what brings the step further first, the way back after it. */
export function deedsOf({ gate, step, may, isProposed, today }: At): Deed[] {
  const isFixed = step.frozenOn !== null
  const can: Record<Deed, boolean> = {
    toVeto: (may.write || may.open || may.turn) && vetoesHolding(step, gate.steps).length > 0,
    vote: may.write && isProposed,
    writeCriteria: may.write && !isFixed && !isProposed,
    judge: may.write && isFixed && !step.isJudgedGood,
    turnKey: may.turn && isFixed && !step.keys.formal,
    open: may.open && openGate(gate, step.version, today).ok,
    measure: may.make && isFixed,
    stepBack: may.stepBack && openStep(gate) !== undefined,
    veto: may.write && isFixed,
    groupKeyBack: may.write && step.keys.workgroup,
    turnKeyBack: may.turn && step.keys.formal,
    newStep: may.make,
  }
  return deeds.filter(deed => can[deed])
}
