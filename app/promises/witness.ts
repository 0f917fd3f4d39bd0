import type { LedgerEvent } from '~/ledger/entries'
import type { KeptFile } from './evidence/kinds'
import type { Side } from './rules'
import type { PromiseAmended, PromiseSaid, PromiseStatus } from './words'

/** Returns what the ledger is told when a promise is made: days and roles in the open, words as commitments. */
export function witnessOfMaking(id: string, said: PromiseSaid, enteredLater: boolean): LedgerEvent {
  const { text, why, exclusions, measure, scope, place, ownerName, barrier, roundId } = said
  const about = [barrier, roundId].filter(one => one !== undefined)
  const data = { id, made_on: said.madeOn, due: said.dueOn, entered_later: enteredLater, owner_role: said.ownerRole }
  const words = {
    text,
    why,
    exclusions,
    measure,
    scope,
    ...(place && { place }),
    ...(ownerName && { owner: ownerName }),
  }
  return { type: 'promise.made', data: { ...data, about }, words }
}

/** Returns what the ledger is told of an amendment: only what changed, and the reason. */
export function witnessOfAmending(id: string, changed: PromiseAmended, reason: string): LedgerEvent {
  const { dueOn, ownerRole, ownerName: owner, ...words } = changed
  const data = { id, ...(dueOn ? { due: dueOn } : {}), ...(ownerRole ? { owner_role: ownerRole } : {}) }
  return { type: 'promise.amended', data, words: { ...words, ...(owner !== undefined && { owner }), reason } }
}

type Moved = { status: PromiseStatus; side: Side; note: string; successorId?: string | null }

/** Returns what the ledger is told of a step: a final word names who gave it. */
export function witnessOfMoving(id: string, { status, side, note, successorId }: Moved): LedgerEvent {
  const reason = note ? { reason: note } : {}
  switch (status) {
    case 'broken':
      return { type: 'promise.broken', data: { id, by: side }, words: reason }
    case 'kept':
    case 'partly':
    case 'withdrawn':
    case 'superseded':
      return {
        type: 'promise.closed',
        data: { id, as: status, by: side, ...(successorId ? { successor: successorId } : {}) },
        words: reason,
      }
    case 'made':
      throw new Error('a promise is made once')
    default:
      return { type: 'promise.status', data: { id, status }, words: note ? { note } : {} }
  }
}

/** Returns what the ledger is told of evidence: which file by its hash, and its words as a commitment. */
export function witnessOfEvidence(id: string, note: string, file?: KeptFile): LedgerEvent {
  const kept = file ? { file: `sha256:${file.hash}`, bytes: file.byteCount } : {}
  return { type: 'promise.evidence', data: { id, ...kept }, words: { note } }
}
