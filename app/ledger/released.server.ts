import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { desc, like } from 'drizzle-orm'
import { type Db, db, ledgerEntries, transact } from '#db'
import type { Day } from '~/calendar'
import { append } from './store.server'

/** What phones run and read: the scripts and styles as they stand in the pages of the box, and the one that draws tokens. */
export const clientFiles = [
  'answering.js',
  'after.js',
  'moving.js',
  'page.css',
  'slip.js',
  'kiosk.js',
  'slip.css',
  'token.js',
]
/** Where `scripts/web/ballot-assets.ts` leaves them, from the folder the server is started in. */
const built = 'build/ballot-box'

/** The files of one release, each with the SHA-256 by which anyone can tell that they were served just these. */
export type Release = { seq: number; day: Day; files: { name: string; hash: string }[] }

/**
 * Enters in the ledger which files phones are given, whenever these are others than before: whoever is given
 * yet others can tell. Without built files there is nothing to say.
 *
 * @returns the number of the entry, if one was made
 */
export async function enterRelease(at: Date, folder = built): Promise<number | undefined> {
  if (!clientFiles.every(name => existsSync(join(folder, name)))) return undefined
  const files = clientFiles.map(name => ({ name, hash: hashOf(readFileSync(join(folder, name))) }))
  return transact(async tx => {
    const last = await releasedClient(tx)
    if (JSON.stringify(last?.files.map(inOrder)) === JSON.stringify(files)) return undefined
    return append(tx, { type: 'client.released', data: { files } }, at)
  })
}

/** Returns which files the ledger last said that phones are given; nothing before the first release. */
export async function releasedClient(from: Db = db): Promise<Release | undefined> {
  const [last] = await from
    .select({ bytes: ledgerEntries.bytes })
    .from(ledgerEntries)
    .where(like(ledgerEntries.bytes, '%"type":"client.released"%'))
    .orderBy(desc(ledgerEntries.seq))
    .limit(1)
  if (!last) return undefined
  const { seq, day, data } = JSON.parse(last.bytes)
  return { seq, day, files: data.files }
}

/** The log spells names in the order of the alphabet; here they are compared in ours. */
const inOrder = ({ name, hash }: Release['files'][number]) => ({ name, hash })

const hashOf = (bytes: Uint8Array) => `sha256:${createHash('sha256').update(bytes).digest('hex')}`
