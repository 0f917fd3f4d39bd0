import { type Day, isDay } from '~/calendar'
import { type Line, readTable } from '~/people/staff/table'
import type { Measurement } from '../criteria'
import { milliOf, wholeOf } from './numbers'

/** What the columns of a list may be called, in the languages of the interface. Columns with other names are left out. */
const columnNames = {
  criterion: ['criterion', 'eis', 'critère', 'critere', 'nr', 'nummer'],
  from: ['from', 'van', 'vanaf', 'du', 'from_on'],
  until: ['until', 'tot', 'tot en met', 't/m', 'au', 'to', 'until_on'],
  value: ['value', 'waarde', 'uitkomst', 'valeur'],
  volume: ['volume', 'cases', 'gevallen', 'aantal', 'cas', 'nombre'],
} as const
export const listColumns = Object.keys(columnNames) as ListColumn[]
export type ListColumn = keyof typeof columnNames

/** What may be wrong with a list before its measurements are looked at one by one. Line 0 is the list as a whole. */
export const listReasons = [
  'notReadable',
  'fileTooBig',
  'emptyFile',
  'tooManyLines',
  'brokenQuotes',
  'columnMissing',
  'columnTwice',
  'notANumber',
  'notWhole',
  'notADay',
] as const
export type ListReason = (typeof listReasons)[number]
/** Returns whether something is wrong with how a list is written, not with what it says. */
export const isListReason = (reason: string): reason is ListReason =>
  (listReasons as readonly string[]).includes(reason)
export type ListProblem = { line: number; column?: ListColumn; reason: ListReason }
/** A measurement and the line on which it stands. */
export type ListRow = { line: number; one: Measurement }
export type ReadList = { rows: ListRow[]; problems: ListProblem[] }

/** Lines of a list. @source our own choice: five criteria on every day of a year */
export const mostLines = 2000
/** Bytes of a file with a list. @source our own choice: 2,000 lines of 100 characters, as a workbook too */
export const largestListBytes = 512 * 1024

const whole = (reason: ListReason): ReadList => ({ rows: [], problems: [{ line: 0, reason }] })

/** Reads the measurements of a list, or everything that is wrong with it, line by line. */
export function readList(text: string): ReadList {
  const table = readTable(text)
  if (!table.ok) return { rows: [], problems: [{ line: table.line, reason: 'brokenQuotes' }] }
  const [header, ...lines] = table.lines
  if (!header || lines.length === 0) return whole('emptyFile')
  if (lines.length > mostLines) return whole('tooManyLines')
  const columns = header.cells.map(columnNamed)
  const counted = (column: ListColumn) => columns.filter(one => one === column).length
  const wrong = listColumns.flatMap((column): ListProblem[] => {
    if (counted(column) === 1) return []
    return [{ line: header.line, column, reason: counted(column) === 0 ? 'columnMissing' : 'columnTwice' }]
  })
  if (wrong.length > 0) return { rows: [], problems: wrong }
  const read = lines.map(line => readLine(line, column => line.cells[columns.indexOf(column)] ?? ''))
  return { rows: read.flatMap(({ row }) => row ?? []), problems: read.flatMap(({ problems }) => problems) }
}

const columnNamed = (written: string): ListColumn | undefined => {
  const name = written.trim().toLowerCase()
  return listColumns.find(column => (columnNames[column] as readonly string[]).includes(name))
}

function readLine({ line }: Line, cell: (column: ListColumn) => string) {
  const problems: ListProblem[] = []
  function read<Value>(column: ListColumn, parse: (written: string) => Value | undefined, reason: ListReason) {
    const value = parse(cell(column))
    if (value === undefined) problems.push({ line, column, reason })
    return value
  }
  const criterion = read('criterion', wholeOf, 'notWhole')
  const fromOn = read('from', dayWritten, 'notADay')
  const untilOn = read('until', dayWritten, 'notADay')
  const valueMilli = read('value', milliOf, 'notANumber')
  const volume = read('volume', wholeOf, 'notWhole')
  const one = { criterion, fromOn, untilOn, valueMilli, volume }
  return { problems, row: problems.length === 0 ? { line, one: one as Measurement } : undefined }
}

/** Reads a day as programs write it, or with the day first as people in these countries do. */
export function dayWritten(written: string): Day | undefined {
  const parts = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(written.trim())
  const day = parts ? `${parts[3]}-${parts[2]!.padStart(2, '0')}-${parts[1]!.padStart(2, '0')}` : written.trim()
  return isDay(day) ? day : undefined
}
