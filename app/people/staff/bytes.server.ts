import readExcelFile from 'read-excel-file/node'
import { allow, type Decision, refuse } from '~/decision'
import { largestStaffFileBytes } from '~/people/rules'
import { writeTable } from './table'

/** What Windows-1252 means by the bytes 0x80 to 0x9F; Node 20 decodes them as control characters. @source WHATWG Encoding, index-windows-1252 */
const windowsSigns = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** Returns the text of a file as a spreadsheet saved it: .xlsx, or CSV in UTF-8, UTF-16 or Windows-1252. */
export async function textOf(file: Uint8Array): Promise<Decision<string, 'fileTooBig' | 'notReadable'>> {
  if (file.length > largestStaffFileBytes) return refuse('fileTooBig')
  try {
    const text = startsWith(file, [0x50, 0x4b, 0x03, 0x04]) ? await textOfWorkbook(file) : decode(file)
    return text.includes('\u0000') ? refuse('notReadable') : allow(text)
  } catch {
    return refuse('notReadable')
  }
}

function decode(file: Uint8Array): string {
  if (startsWith(file, [0xff, 0xfe])) return new TextDecoder('utf-16le', { fatal: true }).decode(file)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(file)
  } catch {
    return Buffer.from(file)
      .toString('latin1')
      .replace(/[\u0080-\u009f]/g, sign => windowsSigns[sign.charCodeAt(0) - 0x80]!)
  }
}

/** The first sheet, as a table: one way of reading lists, whatever they came in. */
async function textOfWorkbook(file: Uint8Array): Promise<string> {
  const [sheet] = await readExcelFile(Buffer.from(file))
  return writeTable((sheet?.data ?? []).map(row => row.map(textOfCell)))
}

/** A day in a workbook has no place on the clock; it is written as programs write days. */
const textOfCell = (cell: unknown) => (cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell ?? ''))

const startsWith = (file: Uint8Array, opening: number[]) => opening.every((byte, place) => file[place] === byte)
