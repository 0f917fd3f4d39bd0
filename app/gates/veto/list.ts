import { spreadsheet } from '~/pulses/results/files/export'
import { isLate } from './clock'
import type { VetoInFull } from './shown'

/** The columns of the list, always the same and in English: programs read them. */
const columns = [
  ...['id', 'state', 'gate', 'gate_name', 'step', 'percent', 'criterion', 'measure', 'raised_on', 'answer_due_on'],
  ...['late', 'last_moved_on', 'better_since', 'evidence', 'would_persuade'],
]

/** Returns all vetoes as a table for spreadsheets, one line each; who voted and who signed is not in it. */
export function vetoesCsv(vetoes: readonly VetoInFull[]): string {
  const lines = vetoes.map(veto => [
    ...[veto.id, veto.state, veto.gate.id, veto.gate.name, veto.version, veto.targetPct],
    ...[veto.criterion.number, veto.criterion.measure, veto.raisedOn, veto.answerDueOn],
    ...[`${isLate(veto.clock)}`, veto.moves.at(-1)?.movedOn ?? '', `${veto.isBetter}`, veto.evidence, veto.persuade],
  ])
  return spreadsheet([columns, ...lines])
}
