import { cellLabels } from '../../groups'
import { resultsText } from '../../published'
import { type FigureText, figuresShown } from '../figures-shown'
import type { PublishedRound } from '../rules'

/** The columns of the export, always the same and in English: programs read them. */
const columns = [
  'round',
  'question',
  'text',
  'cell',
  'units',
  'answers',
  'favourable_lowest',
  'favourable_highest',
  'unfavourable_lowest',
  'unfavourable_highest',
  'no_change_since_round',
  'too_few_answers_since',
]

/** Returns the published figures as the very bytes whose SHA-256 was announced: whoever holds them can check them. */
export function resultsJson(roundId: string, published: PublishedRound): string {
  return resultsText(roundId, published)
}

/** Returns the published figures as a table for spreadsheets: one line per figure and nothing else. */
export function resultsCsv(roundId: string, published: PublishedRound, language: keyof FigureText): string {
  const { questions, tree, cells, held } = published
  const texts = new Map(figuresShown(questions).map(({ id, text }) => [id, text[language]]))
  const standing = held.flatMap(cell => (cell.standing ? [{ ...cell, ...cell.standing }] : []))
  const figures = [...cells.map(cell => ({ ...cell, roundNumber: '', hadTooFewAnswers: undefined })), ...standing]
  const lines = figures.map(({ itemId, cellId, n, favourable, unfavourable, roundNumber, hadTooFewAnswers }) => [
    roundId,
    itemId,
    texts.get(itemId) ?? '',
    cellId,
    cellLabels(tree, cellId).join(' / '),
    n,
    ...favourable,
    ...unfavourable,
    roundNumber,
    hadTooFewAnswers === undefined ? '' : String(hadTooFewAnswers),
  ])
  return spreadsheet([columns, ...lines])
}

/**
 * Writes lines for spreadsheets, with a byte order mark so that accents survive.
 * @source RFC 4180, sections 2.1–2.7
 */
export function spreadsheet(lines: readonly (readonly (string | number)[])[]): string {
  return `\uFEFF${lines.map(line => `${line.map(asField).join(',')}\r\n`).join('')}`
}

/**
 * Writes one field. A text that a spreadsheet would run as a formula gets an apostrophe in front: a team may be
 * called anything, and whoever opens the file must not execute its name.
 * @source OWASP, "CSV Injection"
 */
function asField(value: string | number): string {
  if (typeof value === 'number') return `${value}`
  const text = /^[=+\-@\t\r\n]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
