import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Bytes in a row that two places must share before it is no chance. @source anonymity.md, section 14, T7 */
const telling = 8
/** The first three bytes of a piece, as one number. */
const openings = 2 ** 24

/** Lists every file in a folder and the folders in it. */
export const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))

/** Reads a file; nothing when the database removed it between the listing and the reading, as PostgreSQL does. */
export function bytesOf(file: string): Buffer {
  try {
    return readFileSync(file)
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'ENOENT') return Buffer.alloc(0)
    throw fault
  }
}

/** In hexadecimal, eight bytes are twice as many letters; eight letters of it do meet by chance. */
const widths = [telling, 2 * telling] as const
const isHexadecimal = (value: Buffer) => /^[0-9a-f]+$/.test(value.toString('latin1'))

/** Counts the values of which any eight bytes in a row stand anywhere in these files, as whoever stole them would. */
export function foundIn(files: readonly string[], values: readonly Buffer[]): number {
  const ownerOf = new Map<string, Set<number>>()
  const mayBegin = new Uint8Array(openings)
  values.forEach((value, owner) => {
    const width = isHexadecimal(value) ? widths[1] : widths[0]
    for (let at = 0; at + width <= value.length; at++) {
      const piece = value.toString('latin1', at, at + width)
      ownerOf.set(piece, (ownerOf.get(piece) ?? new Set()).add(owner))
      mayBegin[value.readUIntBE(at, 3)] = 1
    }
  })
  const found = new Set<number>()
  for (const file of files) {
    const bytes = bytesOf(file)
    for (let at = 0; at + telling <= bytes.length; at++) {
      if (mayBegin[(bytes[at]! << 16) | (bytes[at + 1]! << 8) | bytes[at + 2]!] === 0) continue
      const pieces = widths.map(width => bytes.toString('latin1', at, at + width))
      for (const piece of pieces) for (const owner of ownerOf.get(piece) ?? []) found.add(owner)
    }
  }
  return found.size
}
