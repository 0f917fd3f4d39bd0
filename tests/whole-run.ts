import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import pg from 'pg'

/** Runs once, before all test files: a drawer for keys (`key-drawer.ts`), and on PostgreSQL tables to copy. */
export async function setup() {
  const drawer = mkdtempSync(join(tmpdir(), 'inspraak-test-keys-'))
  process.env.TEST_KEYS = drawer
  const server = process.env.TEST_POSTGRES
  if (server) process.env.TEST_TABLES = await makeTables(server)
  return async () => {
    rmSync(drawer, { recursive: true, force: true })
    if (server) await asAdmin(server, `drop database ${process.env.TEST_TABLES} with (force)`)
  }
}

/** Making the tables takes PostgreSQL longer than copying a database that has them; each test file gets a copy. */
async function makeTables(server: string): Promise<string> {
  const name = `tables_${randomBytes(6).toString('hex')}`
  await asAdmin(server, `create database ${name}`)
  const pool = new pg.Pool({ connectionString: `${server}/${name}` })
  await migrate(drizzle(pool), { migrationsFolder: 'db/migrations/postgres' })
  await pool.end()
  return name
}

async function asAdmin(server: string, deed: string) {
  const client = new pg.Client(`${server}/postgres`)
  await client.connect()
  await client.query(deed).finally(() => client.end())
}
