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

/** Counts the values of which any eight bytes in a row stand anywhere in these files, as whoever stole them would. */
export function foundIn(files: readonly string[], values: readonly Buffer[]): number {
  const ownerOf = new Map<string, Set<number>>()
  const mayBegin = new Uint8Array(openings)
  values.forEach((value, owner) => {
    for (let at = 0; at + telling <= value.length; at++) {
      const piece = value.toString('latin1', at, at + telling)
      ownerOf.set(piece, (ownerOf.get(piece) ?? new Set()).add(owner))
      mayBegin[value.readUIntBE(at, 3)] = 1
    }
  })
  const found = new Set<number>()
  for (const file of files) {
    const bytes = readFileSync(file)
    for (let at = 0; at + telling <= bytes.length; at++) {
      if (mayBegin[(bytes[at]! << 16) | (bytes[at + 1]! << 8) | bytes[at + 2]!] === 0) continue
      for (const owner of ownerOf.get(bytes.toString('latin1', at, at + telling)) ?? []) found.add(owner)
    }
  }
  return found.size
}
