import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'

/** Fonts and pictures are packed already; small files gain nothing. */
const worthPacking = /\.(js|css|svg|json|txt)$/
const smallest = 1024

/** Writes every text file of the build a second and third time, packed as small as it gets, so that no answer waits for it. */
export function packFiles(folder: string) {
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile() || !worthPacking.test(entry.name)) continue
    const path = join(entry.parentPath, entry.name)
    const text = readFileSync(path)
    if (text.length < smallest) continue
    writeFileSync(`${path}.gz`, gzipSync(text, { level: 9 }))
    writeFileSync(`${path}.br`, brotliCompressSync(text))
  }
}
