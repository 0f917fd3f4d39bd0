import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { db, engine } from '#db'
import { config } from '~/config.server'

/** Looks for words in every column of every table. @returns the tables that hold them */
export async function tablesWith(words: string): Promise<string[]> {
  const list =
    engine === 'sqlite'
      ? "select name from sqlite_master where type = 'table'"
      : "select tablename as name from pg_tables where schemaname = 'public'"
  const found: string[] = []
  for (const { name } of (await rowsOf(list)) as { name: string }[])
    if (JSON.stringify(await rowsOf(`select * from "${name}"`)).includes(words)) found.push(name)
  return found.sort()
}

type Raw = { all?: (said: unknown) => unknown[]; execute?: (said: unknown) => Promise<{ rows: unknown[] }> }
/** Asks the database itself, in its own words. */
export const rowsOf = async (said: string) => {
  const raw = db as unknown as Raw
  return raw.all ? raw.all(sql.raw(said)) : (await raw.execute!(sql.raw(said))).rows
}

/** Looks for words in the bytes of every file in the data folder, as whoever takes the disk would. */
export const filesWith = (words: string) =>
  readdirSync(config.dataDir, { recursive: true, withFileTypes: true })
    .filter(file => file.isFile() && readFileSync(join(file.parentPath, file.name)).includes(words))
    .map(file => file.name)
