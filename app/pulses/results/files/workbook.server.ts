import writeExcelFile from 'write-excel-file/node'
import type { Sheet } from './spreadsheet'

/** What XML cannot hold; a team may be called anything. @source XML 1.0, 2.2: characters */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to be left out
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

/**
 * Writes sheets as one .xlsx file with the headings fixed in sight. Every text is stored as text: a spreadsheet never
 * runs it as a formula, whatever it begins with.
 */
export function workbookOf(sheets: readonly Sheet[]): Promise<Buffer> {
  return writeExcelFile(
    sheets.map(({ name, lines, widths }) => ({
      sheet: name,
      columns: widths.map(width => ({ width })),
      stickyRowsCount: 1,
      data: lines.map((line, place) => line.map(value => cellOf(value, place === 0))),
    })),
  ).toBuffer()
}

function cellOf(value: string | number, isHeading: boolean) {
  if (typeof value === 'number') return { value, type: Number }
  if (value === '') return null
  const look = isHeading ? ({ fontWeight: 'bold', wrap: true } as const) : ({ wrap: value.length > 60 } as const)
  return { value: value.replace(unwritable, ''), type: String, alignVertical: 'top', ...look } as const
}
