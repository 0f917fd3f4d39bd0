import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll } from 'vitest'

// Runs before every test file: a data folder and a database of its own, so that no test sees another's people.

const dataDir = mkdtempSync(join(tmpdir(), 'inspraak-'))
process.env.DATA_DIR = dataDir
process.env.LOG_LEVEL = 'silent'
process.env.KEY_ENCRYPTION_KEY = 'only-for-tests-'.repeat(3)

/** The PostgreSQL server of this test run, when it runs on that engine: `scripts/test.mjs` starts it. */
const server = process.env.TEST_POSTGRES
const name = `t_${randomBytes(6).toString('hex')}`

if (server) {
  await asAdmin(client => client.query(`create database ${name}`))
  process.env.DATABASE_URL = `${server}/${name}`
}

afterAll(async () => {
  const { closeDatabase } = await import('#db')
  await closeDatabase().catch(() => {})
  if (server) await asAdmin(client => client.query(`drop database if exists ${name} with (force)`))
  rmSync(dataDir, { recursive: true, force: true })
})

async function asAdmin(work: (client: pg.Client) => Promise<unknown>) {
  const client = new pg.Client(`${server}/postgres`)
  await client.connect()
  await work(client).finally(() => client.end())
}
