import { join } from 'node:path'
import pg from 'pg'
import { engine } from '#db'
import { config } from '~/config.server'
import { filesIn } from '../attackers/files'

/** Where PostgreSQL keeps this database, and the log in which it also keeps what was deleted. Those of SQLite lie in the data folder. */
export async function databaseFiles(withLog: boolean): Promise<string[]> {
  if (engine === 'sqlite') return []
  const client = new pg.Client(config.databaseUrl)
  await client.connect()
  const asked = `select current_setting('data_directory') as folder, oid from pg_database where datname = current_database()`
  const { rows } = await client.query<{ folder: string; oid: number }>(asked).finally(() => client.end())
  const { folder, oid } = rows[0]!
  return [join(folder, 'base', String(oid)), ...(withLog ? [join(folder, 'pg_wal')] : [])].flatMap(filesIn)
}
