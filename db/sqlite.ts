import { AsyncLocalStorage } from 'node:async_hooks'
import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate as runMigrations } from 'drizzle-orm/better-sqlite3/migrator'
import { config } from '~/config.server'

export * from './schema'
export const engine: 'sqlite' | 'postgres' = 'sqlite'

mkdirSync(config.dataDir, { recursive: true, mode: 0o700 })
const path = join(config.dataDir, 'app.db')
const writing = open({})
const reading = open({ readonly: true })

/** For reading. It sees only what has been committed and refuses to write. */
export const db = drizzle(reading, { casing: 'snake_case' })
export type Db = typeof db
const writer = drizzle(writing, { casing: 'snake_case' })

const inTransaction = new AsyncLocalStorage<true>()
let lastInLine: Promise<unknown> = Promise.resolve()

/**
 * Runs `work` as the only writer. All of it is kept, or none of it.
 * Do no mail, network or file work inside: everyone else is waiting.
 */
export function transact<T>(work: (tx: Db) => Promise<T>): Promise<T> {
  return inLine(async () => {
    writing.exec('begin immediate')
    try {
      const result = await work(writer)
      writing.exec('commit')
      return result
    } catch (fault) {
      if (writing.inTransaction) writing.exec('rollback')
      throw fault
    }
  })
}

/** Lets writers wait for each other: this process has one writing connection. */
function inLine<T>(work: () => Promise<T>): Promise<T> {
  if (inTransaction.getStore()) throw new Error('transact() must not be nested; pass `tx` along instead')
  const turn = lastInLine.then(() => inTransaction.run(true, work))
  lastInLine = turn.catch(() => {})
  return turn
}

/**
 * Brings the tables up to date.
 *
 * Foreign keys are off meanwhile: a migration that rebuilds a table would
 * otherwise cascade and silently take every child row with it.
 *
 * @throws when afterwards a row points at nothing; nothing is served then.
 */
export async function migrate(folder = resolve('db/migrations/sqlite')) {
  writing.pragma('foreign_keys = OFF')
  runMigrations(writer, { migrationsFolder: folder })
  const orphans = writing.pragma('foreign_key_check') as unknown[]
  if (orphans.length > 0)
    throw new Error(`After migrating, ${orphans.length} rows point at nothing; restore the backup`)
  writing.pragma('foreign_keys = ON')
}

/** Rewrites the file so that deleted rows are gone from the disk, not only from the tables. */
export function compact(): Promise<void> {
  return inLine(async () => {
    writing.pragma('wal_checkpoint(TRUNCATE)')
    writing.exec('vacuum')
    writing.pragma('wal_checkpoint(TRUNCATE)')
  })
}

/** Closes both connections; the last thing a process does. */
export async function closeDatabase() {
  await lastInLine
  reading.close()
  writing.close()
}

function open(options: Database.Options) {
  const opened = new Database(path, options)
  opened.pragma('busy_timeout = 5000')
  if (!options.readonly) opened.pragma('journal_mode = WAL')
  for (const rule of ['synchronous = FULL', 'foreign_keys = ON', 'secure_delete = ON']) opened.pragma(rule)
  return rememberStatements(opened)
}

/** Statements kept ready; reading a question anew costs more than answering it. */
const mostStatements = 200

/** Lets a connection keep its prepared statements. A statement starts each time in the way of answering it was made with. */
function rememberStatements(opened: Database.Database): Database.Database {
  const known = new Map<string, Database.Statement>()
  const prepare = opened.prepare.bind(opened) as (text: string) => Database.Statement
  return Object.assign(opened, {
    prepare(text: string) {
      const statement = known.get(text) ?? prepare(text)
      if (known.size >= mostStatements) known.clear()
      known.set(text, statement)
      return statement.reader ? statement.raw(false) : statement
    },
  })
}
