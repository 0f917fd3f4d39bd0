import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, vi } from 'vitest'
import { keyFromDrawer, openDrawerToBrowsers } from './key-drawer'

// Runs before every test file: a data folder and a database of its own, so that no test sees another's people.

const dataDir = mkdtempSync(join(tmpdir(), 'inspraak-'))
process.env.DATA_DIR = dataDir
process.env.LOG_LEVEL = 'silent'
process.env.KEY_ENCRYPTION_KEY = 'only-for-tests-'.repeat(3)

/** The PostgreSQL server of this test run, when it runs on that engine: `scripts/test.mjs` starts it. */
const server = process.env.TEST_POSTGRES
const name = `t_${randomBytes(6).toString('hex')}`

if (server) {
  await asAdmin(`create database ${name} template ${process.env.TEST_TABLES}`)
  process.env.DATABASE_URL = `${server}/${name}`
}

openDrawerToBrowsers()
vi.mock('~/ballot-box/blind-signing.server', async original => {
  const real = await original<typeof import('~/ballot-box/blind-signing.server')>()
  const generateIssueKey = () => keyFromDrawer('issue', real.generateIssueKey)
  const generateBoxKey = () => keyFromDrawer('box', real.generateBoxKey)
  return { ...real, generateIssueKey, generateBoxKey }
})

afterAll(async () => {
  // Loading the database takes longer than most tests, and half of the files never touch it.
  if (server || existsSync(join(dataDir, 'app.db'))) await (await import('#db')).closeDatabase().catch(() => {})
  if (server) await asAdmin(`drop database if exists ${name} with (force)`)
  rmSync(dataDir, { recursive: true, force: true })
})

async function asAdmin(deed: string) {
  const { Client } = (await import('pg')).default
  const client = new Client(`${server}/postgres`)
  await client.connect()
  await client.query(deed).finally(() => client.end())
}
