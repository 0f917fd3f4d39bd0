import { AsyncLocalStorage } from 'node:async_hooks'
import { resolve } from 'node:path'
import { sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate as runMigrations } from 'drizzle-orm/node-postgres/migrator'
import pg from 'pg'
import { config } from '~/config.server'

export * from './schema'
export const engine: 'sqlite' | 'postgres' = 'postgres'

const connectionString = config.databaseUrl
const readers = new pg.Pool({ connectionString, options: '-c default_transaction_read_only=on' })
const writers = new pg.Pool({ connectionString })
// An idle connection that breaks is replaced by the next query; without a listener it would end the whole process.
for (const pool of [readers, writers]) pool.on('error', () => {})

/** For reading. The engine itself refuses to write through it. */
export const db = drizzle(readers, { casing: 'snake_case' })
const writer = drizzle(writers, { casing: 'snake_case' })
type Tx = Parameters<Parameters<typeof db.transaction>[0]>[0]
export type Db = typeof db | Tx

const inTransaction = new AsyncLocalStorage<true>()

/**
 * Runs `work` as the only writer: one advisory lock gives both engines the same meaning.
 * Do no mail, network or file work inside: everyone else is waiting.
 */
export async function transact<T>(work: (tx: Db) => Promise<T>): Promise<T> {
  if (inTransaction.getStore()) throw new Error('transact() must not be nested; pass `tx` along instead')
  return inTransaction.run(true, () =>
    writer.transaction(async tx => {
      await tx.execute(sql`select pg_advisory_xact_lock(1)`)
      return work(tx)
    }),
  )
}

/** Brings the tables up to date. PostgreSQL defers nothing silently: a broken reference stops the migration. */
export async function migrate(folder = resolve('db/migrations/postgres')) {
  await runMigrations(writer, { migrationsFolder: folder })
}

/** Rewrites the tables so that deleted rows are gone from their files; PostgreSQL's own log keeps them until it is recycled. */
export async function compact() {
  await writers.query(
    `vacuum full issuances, unit_members, ledger_openings, promises, promise_events, kept_files, published_responses,
     published_comments, lead_predictions, conversations, conversation_records, key_wraps, access_log, development_plans,
     own_keys, topic_slips, talk_marks, talk_tallies, group_votes`,
  )
  await writers.query('checkpoint').catch(() => {})
}

/** Closes all connections; the last thing a process does. */
export async function closeDatabase() {
  await Promise.all([readers.end(), writers.end()])
}
