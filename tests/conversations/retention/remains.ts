import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { config } from '~/config.server'
import { listName } from '~/conversations/retention/destroyed-list.server'
import { copyPostgres } from '../../../scripts/backup/postgres-copy'
import { copySqlite } from '../../../scripts/backup/sqlite-copy'
import { bytesIn, canCopy, freshPlace } from '../../machine-room/commands'

/** What may be left of a record: words that occur nowhere else, what was sealed, and the wrapped keys. */
export type Traces = Record<string, string[]>

/** Every spelling in which a program could have written these words. */
function spellings(words: string): Buffer[] {
  const code = [0, 1, 2].map(shift => {
    const coded = Buffer.concat([Buffer.alloc(shift), Buffer.from(words)]).toString('base64')
    return Buffer.from(coded.slice(shift === 0 ? 0 : 4, -4))
  })
  return [Buffer.from(words), Buffer.from(words, 'utf16le'), Buffer.from(Buffer.from(words).toString('hex')), ...code]
}

/** Pieces of something long: a page of a database may end in the middle of it. As it is stored, and as the bytes it stands for. */
function pieces(sealed: string): Buffer[] {
  const raw = Buffer.from(sealed, 'base64url')
  const cut = (from: Buffer) =>
    Array.from({ length: Math.floor(from.length / 64) }, (_, nth) => from.subarray(nth * 64, nth * 64 + 32))
  return [...cut(Buffer.from(sealed)), ...cut(raw)]
}

/** Returns which traces are found in these bytes. */
export function remainsIn(bytes: Buffer, words: Traces, sealed: Traces): string[] {
  const found = (all: Traces, spelled: (text: string) => Buffer[]) =>
    Object.keys(all).filter(name => all[name]!.some(text => spelled(text).some(piece => bytes.includes(piece))))
  return [...found(words, spellings), ...found(sealed, pieces)]
}

/** Returns every byte of the data folder, as whoever takes the disk would read it: database, log of writes, list and keys. */
export const bytesOnDisk = () =>
  Buffer.concat(
    readdirSync(config.dataDir, { recursive: true, withFileTypes: true })
      .filter(file => file.isFile())
      .map(file => readFileSync(join(file.parentPath, file.name))),
  )

/** Makes a copy as the command for a backup does. @returns every byte of it; of PostgreSQL also what the dump says unpacked */
export async function bytesInBackup(): Promise<Buffer> {
  const folder = freshPlace('backup')
  mkdirSync(folder)
  if (config.databaseUrl && canCopy) await copyPostgres(config.databaseUrl, join(folder, 'app.dump'))
  if (!config.databaseUrl) copySqlite(join(config.dataDir, 'app.db'), join(folder, 'app.db'))
  const list = join(config.dataDir, listName)
  if (existsSync(list)) copyFileSync(list, join(folder, listName))
  return Buffer.from(bytesIn(folder), 'latin1')
}
