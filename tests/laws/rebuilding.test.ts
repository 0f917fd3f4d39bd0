import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate as runMigrations } from 'drizzle-orm/better-sqlite3/migrator'
import { expect, test } from 'vitest'
import { migrate, transact } from '../../db/sqlite'

// SQLite changes a CHECK by building the table anew. With foreign keys on, dropping the old one takes every child along.

const before = [
  'create table mothers (id text primary key not null)',
  'create table children (id text primary key not null, mother_id text not null references mothers(id) on delete cascade)',
]
const rebuild = [
  'PRAGMA foreign_keys=OFF',
  "create table __new_mothers (id text primary key not null, check (id <> ''))",
  'insert into __new_mothers select id from mothers',
  'drop table mothers',
  'alter table __new_mothers rename to mothers',
  'PRAGMA foreign_keys=ON',
]
const family = ["insert into mothers values ('ria')", "insert into children values ('tim', 'ria'), ('eva', 'ria')"]
const children = 'select count(*) as n from children'

/** Later than every migration of the house: the migrator goes by this number. */
const afterTheHouse = 4e12

/** Writes a folder of migrations as drizzle-kit does; each later than those of the house. */
function folderWith(...migrations: string[][]): string {
  const folder = mkdtempSync(join(tmpdir(), 'inspraak-migrations-'))
  mkdirSync(join(folder, 'meta'))
  const entries = migrations.map((_, idx) => ({
    idx,
    version: '6',
    when: afterTheHouse + idx,
    tag: `000${idx}_m`,
    breakpoints: true,
  }))
  writeFileSync(join(folder, 'meta/_journal.json'), JSON.stringify({ version: '7', dialect: 'sqlite', entries }))
  migrations.forEach((lines, idx) => {
    writeFileSync(join(folder, `000${idx}_m.sql`), lines.join(';--> statement-breakpoint\n'))
  })
  return folder
}

test('a migration that rebuilds a table keeps every row that points at it', async () => {
  await migrate(folderWith(before))
  await transact(async tx => {
    for (const line of family) await tx.run(sql.raw(line))
  })
  await migrate(folderWith(before, rebuild))
  expect(await transact(tx => Promise.resolve(tx.get(sql.raw(children))))).toEqual({ n: 2 })
})

test('a migration that leaves a row pointing at nothing stops the start', async () => {
  const orphaning = ["insert into children values ('lost', 'nobody')"]
  await expect(migrate(folderWith(before, rebuild, orphaning))).rejects.toThrow(/point at nothing/)
})

test('control: the migrator alone, with foreign keys on, silently loses the children', () => {
  const raw = new Database(':memory:')
  raw.pragma('foreign_keys = ON')
  const bare = drizzle(raw)
  runMigrations(bare, { migrationsFolder: folderWith(before) })
  for (const line of family) raw.exec(line)
  runMigrations(bare, { migrationsFolder: folderWith(before, rebuild) })
  expect(raw.prepare(children).get()).toEqual({ n: 0 })
})
