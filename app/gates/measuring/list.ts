import { type Day, isDay } from '~/calendar'
import { type Line, readTable } from '~/people/staff/table'
import type { Measurement } from '../criteria'
import { type ListReason, mostLines } from './list-reasons'
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

export type ListProblem = { line: number; column?: ListColumn; reason: ListReason }
/** A measurement and the line on which it stands. */
export type ListRow = { line: number; one: Measurement }
export type ReadList = { rows: ListRow[]; problems: ListProblem[] }

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
