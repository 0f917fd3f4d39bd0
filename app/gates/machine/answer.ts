import { canonical } from '~/ballot-box/canonical'
import { type Block, blocksOf, type Gate, openStep, stepAtHand } from '../rules'

/**
 * Seconds that an answer holds when no newer one comes. Long enough for a restart of this house without a change for
 * customers; short enough that nobody goes on for long past a no that they did not hear.
 * @source decision 19
 */
export const answerSeconds = 60

/** What holds the next step, in words that programs may rely on; `notOpened`: nothing holds it, nobody has opened it yet. */
export type Reason = Block | 'notOpened' | 'noStep'

/** What a gate says to programs. */
export type GateAnswer = {
  id: string
  state: 'blocked' | 'open'
  /** The share of customers that may reach the AI now; 0 is blocked. */
  volumePct: number
  /** What holds the step after the one that is open; empty when the last one is. */
  reasons: Reason[]
  /** The last entry of the ledger that this answer takes into account. */
  ledgerSeq: number
  /** UTC, to the millisecond, as ISO 8601. */
  signedAt: string
  expiresAt: string
}

/** Says how a gate stands at an instant. */
export function answerOf(gate: Gate & { id: string }, ledgerSeq: number, at: Date): GateAnswer {
  const volumePct = openStep(gate)?.targetPct ?? 0
  return {
    id: gate.id,
    state: volumePct > 0 ? 'open' : 'blocked',
    volumePct,
    reasons: reasonsOf(gate),
    ledgerSeq,
    signedAt: at.toISOString(),
    expiresAt: new Date(at.getTime() + answerSeconds * 1000).toISOString(),
  }
}

/**
 * Returns why a gate is not open any further: what holds the step that people work on. A veto against the open step takes
 * the gate back, and then that step is the one at hand: its veto is the reason that is said.
 */
export function reasonsOf(gate: Gate): Reason[] {
  const atHand = stepAtHand(gate)
  if (!atHand) return ['noStep']
  if (atHand === openStep(gate)) return []
  const held = blocksOf(atHand, gate)
  return held.length > 0 ? held : ['notOpened']
}

/**
 * Writes the bytes that are signed. One line: what else the key of the ledger signs always has several, so that no
 * answer of a gate can ever be taken for a checkpoint, a cosignature or a change of keys, nor the other way round.
 */
export const signedText = (answer: GateAnswer): string => canonical(answer)
