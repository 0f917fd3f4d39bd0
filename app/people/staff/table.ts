import { CsvError, type Info, parse } from 'csv-parse/sync'

/** One record of a list, and the line on which it begins (from 1), as an editor counts. */
export type Line = { line: number; cells: string[] }

const separators = [';', ',', '\t'] as const

/**
 * Returns the records of a comma-separated text as spreadsheets write it: with
 * semicolons (Dutch and Belgian settings), commas or tabs, with or without a byte
 * order mark, with line breaks inside quotes. Empty lines are left out but counted.
 *
 * @returns the line of the fault when quotes do not match.
 */
export function readTable(text: string): { ok: true; lines: Line[] } | { ok: false; line: number } {
  const { body, linesBefore, separator } = openingOf(text)
  try {
    const records = parse(body, { delimiter: separator, info: true, relax_column_count: true, skip_empty_lines: false })
    return { ok: true, lines: numbered(records as unknown as { record: string[]; info: Info }[], linesBefore) }
  } catch (fault) {
    if (!(fault instanceof CsvError)) throw fault
    return { ok: false, line: Number(fault.lines ?? 1) + linesBefore }
  }
}

/** Returns cells as a text that `readTable` reads back to the same cells on the same lines. */
export function writeTable(rows: string[][]): string {
  return rows.map(cells => cells.map(quoted).join(';')).join('\n')
}

const quoted = (cell: string) => `"${tidy(cell).replaceAll('"', '""')}"`

/** Line breaks and double spaces inside a cell are layout, not part of a name. */
const tidy = (cell: string) =>
  cell
    .normalize('NFC')
    .replace(/[\s\u00a0\u200b\ufeff]+/g, ' ')
    .trim()

function openingOf(text: string) {
  const clean = text.replace(/^\ufeff/, '')
  // Excel's own hint, on a line of its own.
  const hint = /^"?sep=(.)"?\r?\n/i.exec(clean)
  if (hint) return { body: clean.slice(hint[0].length), linesBefore: 1, separator: hint[1]! }
  const header = clean.trimStart().split(/\r\n|\r|\n/, 1)[0]!
  const [separator] = separators.toSorted((a, b) => occurrences(header, b) - occurrences(header, a))
  return { body: clean, linesBefore: 0, separator: separator! }
}

const occurrences = (text: string, sign: string) => text.replace(/"[^"]*"/g, '').split(sign).length

function numbered(records: { record: string[]; info: Info }[], linesBefore: number): Line[] {
  let line = 1 + linesBefore
  const lines: Line[] = []
  for (const { record, info } of records) {
    const cells = record.map(tidy)
    if (cells.some(cell => cell !== '')) lines.push({ line, cells })
    line = info.lines + 1 + linesBefore
  }
  return lines
}
