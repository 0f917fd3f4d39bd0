import {
  bookings,
  criteria,
  draws,
  gateKeys,
  mandates,
  phaseOutputs,
  presentations,
  proposals,
  vetoes,
  vetoMoves,
} from '#db'
import type { EntryOf, EntryPart } from './entry-places'

/** Where words of an entry stand: the columns that find the row, in the order of the place, and those that hold the words. */
export type Holder = {
  table: unknown
  by: readonly { name: string; dataType: string }[]
  columns: readonly string[]
  /** What the words are in the log: as they stand, or written together from several columns or rows. */
  is: 'same' | 'composed'
  /** Another entry may have put other words there since; those stay. */
  isWrittenAnew?: true
}

const { gateId, version } = gateKeys
const proposal = { table: proposals, by: [proposals.id] }
const key = { table: gateKeys, by: [gateId, version, gateKeys.holder] }
const veto = { table: vetoes, by: [vetoes.id], is: 'same' } as const
const move = { table: vetoMoves, by: [vetoMoves.vetoId, vetoMoves.state], is: 'same' } as const
const output = { table: phaseOutputs, by: [phaseOutputs.useCaseId, phaseOutputs.phase, phaseOutputs.output] }
const shown = [presentations.proposalId, presentations.heldOn, presentations.audience]

/**
 * Every place of words that a table holds in columns of its own. Why a gate moved stands in the ledger only, and what was
 * found of each criterion in the detail of a proposal.
 */
export const holders: Partial<Record<`${EntryOf}.${EntryPart}`, Holder>> = {
  'mandate.text': { table: mandates, by: [mandates.workgroupId, mandates.version], columns: ['words'], is: 'same' },
  'draw.list': { table: draws, by: [draws.workgroupId, draws.announcedSeq], columns: ['list'], is: 'same' },
  'booking.what': { table: bookings, by: [bookings.workgroupId, bookings.number], columns: ['what'], is: 'same' },
  'proposal.title': { ...proposal, columns: ['title'], is: 'same' },
  'proposal.text': { ...proposal, columns: ['words'], is: 'same' },
  'presentation.changed': { table: presentations, by: shown, columns: ['changed'], is: 'same', isWrittenAnew: true },
  'output.note': { ...output, columns: ['proof'], is: 'same', isWrittenAnew: true },
  'step.criteria': {
    table: criteria,
    by: [criteria.gateId, criteria.version],
    columns: ['measure', 'unit', 'source'],
    is: 'composed',
  },
  'key.reason': { ...key, columns: ['reason'], is: 'same', isWrittenAnew: true },
  'veto.evidence': { ...veto, columns: ['evidence'] },
  'veto.persuade': { ...veto, columns: ['persuade'] },
  'vetoMove.reason': { ...move, columns: ['reason'] },
  'vetoMove.name': { ...move, columns: ['signedBy'] },
}
