import { execFile, execFileSync, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll } from 'vitest'

type Settings = Record<string, string>

/** On PostgreSQL a backup takes its own programs, which a machine may not have. */
export const canCopy = !process.env.TEST_POSTGRES || !spawnSync('pg_dump', ['--version']).error

/** Runs a script as `npm run` does, on the engine of its settings. */
export const runScript = (script: string, args: string[], settings: Settings = {}) =>
  new Promise<{ code: number; said: string }>(resolve => {
    const env = { ...process.env, ...settings, INIT_CWD: process.cwd(), NODE_ENV: 'test' as const }
    const command = ['scripts/with-engine.mjs', script, ...args]
    const child = execFile(process.execPath, command, { env, maxBuffer: 1e8 }, (_fault, said, complaints) =>
      resolve({ code: child.exitCode!, said: said + complaints }),
    )
  })

const places: string[] = []
afterAll(() => {
  for (const place of places) rmSync(place, { recursive: true, force: true })
})

/** Makes an empty folder outside the data folder; it goes when the tests end. */
export function freshFolderOutside(): string {
  const folder = mkdtempSync(join(tmpdir(), 'inspraak-machine-room-'))
  places.push(folder)
  return folder
}

/** A folder that does not exist yet, beside nothing of ours. */
export const freshPlace = (name: string) => join(freshFolderOutside(), name)

/** An empty data folder, and on PostgreSQL an empty database. */
export async function emptyHome(): Promise<Settings> {
  const DATA_DIR = freshPlace('data')
  const server = process.env.TEST_POSTGRES
  if (!server) return { DATA_DIR }
  const name = `r_${randomBytes(6).toString('hex')}`
  const client = new pg.Client(`${server}/postgres`)
  await client.connect()
  await client.query(`create database ${name}`)
  await client.end()
  return { DATA_DIR, DATABASE_URL: `${server}/${name}` }
}

/** Everything in a folder, byte by byte; a dump of PostgreSQL, which is packed, also as it is when unpacked. */
export function bytesIn(folder: string): string {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile())
  const raw = files.map(file => readFileSync(join(file.parentPath, file.name), 'latin1'))
  const dump = join(folder, 'app.dump')
  const unpacked = existsSync(dump)
    ? execFileSync('pg_restore', ['--file=-', dump], { maxBuffer: 1e9 }).toString('latin1')
    : ''
  return [...raw, unpacked].join('\n')
}

/** Names what stands in these bytes, in any spelling in which a program could have written it. */
export const standingIn = (bytes: string, secrets: Record<string, Buffer[]>) =>
  Object.keys(secrets).filter(name =>
    secrets[name]!.some(secret =>
      [secret.toString('latin1'), secret.toString('hex'), secret.toString('base64url'), secret.toString('base64')].some(
        spelled => bytes.includes(spelled),
      ),
    ),
  )
