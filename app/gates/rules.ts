import type { Day } from '~/calendar'
import { allow, type Decision, refuse } from '~/decision'
import type { Role } from '~/people/rules'
import type { Phase } from './phases'
import { isDisputed, isStanding, type VetoState } from './vetoes'

/** What a gate stands before. */
export const gateKinds = ['pilotStart', 'goLive', 'scale', 'recording'] as const
export type GateKind = (typeof gateKinds)[number]

/** The two locks: what the working group decides by vote, and what the works council states about the formal procedure. Management holds neither. */
export const keyHolders = ['workgroup', 'formal'] as const
export type KeyHolder = (typeof keyHolders)[number]

/** Who may ask an open lock to turn: it opens nothing that a key still holds. */
export const gateOpeners = ['executive', 'projectLead'] as const satisfies readonly Role[]

/**
 * One step a gate may be opened to: so many percent of the customers who ask this. Its criteria are frozen before anything
 * is measured; whoever wants others makes a new step.
 */
export type Step = {
  version: number
  targetPct: number
  /** The day from which its criteria cannot change any more; none while the group still writes them. */
  frozenOn: Day | null
  /** Whether the working group found, by vote, that every criterion is met. */
  isJudgedGood: boolean
  keys: Readonly<Record<KeyHolder, boolean>>
  vetoes: readonly { state: VetoState }[]
  /** The day it was opened; none before that, and none after somebody stepped back from it. */
  openedOn: Day | null
}

/** A gate with its steps, the first one first, and the phase its use case is in. */
export type Gate = { kind: GateKind; phase: Phase; steps: readonly Step[] }

/** Everything that may hold a step; a gate says all of it at once, so that nobody finds out one by one. */
export const blocks = [
  'phaseTooEarly',
  'notFrozen',
  'notJudged',
  'workgroupKeyMissing',
  'formalKeyMissing',
  'vetoStands',
] as const
export type Block = (typeof blocks)[number]

/**
 * Returns what holds a step, whatever anybody stored about it being open.
 * @source product.md, rules 6 and 7; law.md, section 1.7: gate.open = workgroupKey AND formalKey AND noOpenVeto
 */
export function blocksOf(step: Step, { phase, steps }: Pick<Gate, 'phase' | 'steps'>): Block[] {
  const holds: Record<Block, boolean> = {
    phaseTooEarly: phase === 'listen',
    notFrozen: step.frozenOn === null,
    notJudged: !step.isJudgedGood,
    workgroupKeyMissing: !step.keys.workgroup,
    formalKeyMissing: !step.keys.formal,
    vetoStands: vetoesHolding(step, steps).length > 0,
  }
  return blocks.filter(block => holds[block])
}

type Stopped<Veto> = Pick<Step, 'version' | 'targetPct'> & { vetoes: readonly Veto[] }

/** Returns every veto that holds a step: its own, and those against a step that goes as far or less far, while the group waits for their end. */
export function vetoesHolding<Veto extends { state: VetoState }>(
  step: Stopped<Veto>,
  steps: readonly Stopped<Veto>[],
): Veto[] {
  const nearer = steps.filter(one => one.version !== step.version && one.targetPct <= step.targetPct)
  return [...step.vetoes.filter(isStanding), ...nearer.flatMap(one => one.vetoes.filter(isDisputed))]
}

/**
 * Returns the share of customers that may reach the AI now, in percent; 0 is blocked.
 *
 * It is worked out anew at each reading from the keys and the vetoes. A veto takes the gate back to the
 * last step before the one it is against: there is no moment in which a gate is open as far as a veto, or past it.
 */
export function openPct({ phase, steps }: Gate): number {
  return openStep({ phase, steps })?.targetPct ?? 0
}

/** Finds the step that is open now: the furthest one that was opened and that nothing holds. */
export function openStep<One extends Step>(gate: { phase: Phase; steps: readonly One[] }): One | undefined {
  const open = gate.steps.filter(step => step.openedOn !== null && blocksOf(step, gate).length === 0)
  return open.toSorted((one, other) => one.targetPct - other.targetPct || one.version - other.version).at(-1)
}

/** Returns whether a step is history: a later one for the same share, with criteria that are fixed, took its place. */
export const isReplaced = (step: Step, steps: readonly Step[]): boolean =>
  steps.some(one => one.version > step.version && one.targetPct === step.targetPct && one.frozenOn !== null)

/** Returns whether a step will never open: management does as the group says. A better one comes in its place. */
const isGivenUp = (step: Step) => step.vetoes.some(({ state }) => state === 'accepted')

/** Returns whether the share before this one was opened: nobody leaps from 20 % to 80 %. */
function isNext(step: Step, steps: readonly Step[]): boolean {
  const lower = steps.filter(one => one.targetPct < step.targetPct && !isGivenUp(one))
  const before = Math.max(...lower.map(one => one.targetPct))
  return lower.length === 0 || lower.some(one => one.targetPct === before && one.openedOn !== null)
}

export type OpeningRefusal = Block | 'alreadyOpen' | 'stepBefore' | 'stepReplaced'

/** Decides whether a step may be opened; it names the first thing that holds it. The first of several is opened first. */
export function openGate(gate: Gate, version: number, today: Day): Decision<{ openedOn: Day }, OpeningRefusal> {
  const step = gate.steps.find(one => one.version === version)!
  const [block] = blocksOf(step, gate)
  if (block) return refuse(block)
  if (step.openedOn !== null) return refuse('alreadyOpen')
  if (isReplaced(step, gate.steps)) return refuse('stepReplaced')
  return isNext(step, gate.steps) ? allow({ openedOn: today }) : refuse('stepBefore')
}

/** Finds the step that people work on: the nearest one beyond what is open now, in its last version; the open one when there is none. */
export function stepAtHand<One extends Step>(gate: { phase: Phase; steps: readonly One[] }): One | undefined {
  const open = openStep(gate)
  const last = gate.steps.filter(one => !gate.steps.some(other => other.version > one.version && isSame(one, other)))
  const further = last.filter(one => one.targetPct > (open?.targetPct ?? 0) && !isGivenUp(one))
  return further.toSorted((one, other) => one.targetPct - other.targetPct)[0] ?? open ?? last.at(-1)
}

const isSame = (one: Step, other: Step) => one.targetPct === other.targetPct
