import { chmodSync, existsSync } from 'node:fs'
import Database from 'better-sqlite3'
import { Obstacle } from '../checks/say.mjs'
import { dropWaitingComments, forgetDeclining, omittedTables, type RunningRound, runningRounds } from './omitted'

/** Where SQLite writes in a file that it has a log beside it. A copy in memory has none. */
const journalBytes = [18, 19]

/**
 * Writes a copy of app.db as it is this moment, while the house goes on working.
 *
 * What is left out is taken out in memory, so that it never reaches the disk of the backup, where deleting
 * may not be erasing.
 *
 * @returns the rounds that ran
 */
export function copySqlite(from: string, to: string): RunningRound[] {
  if (!existsSync(from))
    throw new Obstacle(`There is no ${from} to back up. Is DATA_DIR the folder of this installation?`)
  const copy = new Database(imageOf(from))
  copy.pragma('secure_delete = ON')
  try {
    for (const table of omittedTables) copy.exec(`delete from ${table}`)
    copy.exec(dropWaitingComments)
    copy.exec(forgetDeclining)
    const running = copy.prepare(runningRounds).all() as RunningRound[]
    copy.prepare('vacuum into ?').run(to)
    chmodSync(to, 0o600)
    return running
  } finally {
    copy.close()
  }
}

function imageOf(path: string): Buffer {
  const live = new Database(path, { readonly: true, timeout: 5000 })
  live.pragma('secure_delete = ON')
  const image = live.serialize()
  live.close()
  for (const at of journalBytes) image[at] = 1
  return image
}

/** Opens a copy and reads all of it. @throws when a page or a reference in it is broken */
export function checkSqlite(path: string) {
  const copy = new Database(path, { readonly: true })
  copy.pragma('secure_delete = ON')
  const said = copy.pragma('integrity_check', { simple: true })
  const orphans = copy.pragma('foreign_key_check') as unknown[]
  copy.close()
  if (said !== 'ok' || orphans.length > 0) throw new Obstacle(`The copy ${path} is damaged: do not rely on it.`)
}
