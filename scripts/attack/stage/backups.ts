import { spawnSync } from 'node:child_process'
import { cpSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { config } from '~/config.server'
import { hear } from '../../checks/child.mjs'
import { filesIn } from '../attackers/files'
import type { Home } from './engines'

type Settings = Record<string, string | undefined>

/** Whether a backup can be made: on PostgreSQL that takes programs which a machine may not have. */
export const canBackUp = ({ DATABASE_URL }: Settings): boolean =>
  !DATABASE_URL || ['pg_dump', 'pg_restore'].every(program => !spawnSync(program, ['--version']).error)

/** Runs `npm run backup` or `npm run restore` for the house of these settings. @throws what the command said when it refuses */
export async function command(name: 'backup' | 'restore', args: string[], settings: Settings) {
  const engine = settings.DATABASE_URL ? ['--conditions=postgres'] : []
  const env = { NODE_ENV: 'production' as const, PATH: process.env.PATH, ...settings }
  const { ok, output } = await hear(process.execPath, [...engine, '--import', 'tsx', `scripts/${name}.ts`, ...args], {
    env,
  })
  if (!ok) throw new Error(`npm run ${name}:\n${output}`)
}

/** Lists what a thief of backups reads: every file, and what PostgreSQL packed also as it is when unpacked. */
export async function readable(folder: string): Promise<string[]> {
  const dump = join(folder, 'app.dump')
  if (!existsSync(dump)) return filesIn(folder)
  const unpacked = `${folder}.sql`
  await program('pg_restore', [`--file=${unpacked}`, dump])
  return [...filesIn(folder), unpacked]
}

/** Adds everything that stands in the database of PostgreSQL to a plain copy of the data folder; SQLite has it there. */
export async function copyDatabase(folder: string) {
  const { databaseUrl } = config
  if (databaseUrl) await program('pg_dump', ['--format=custom', `--file=${join(folder, 'app.dump')}`, databaseUrl])
}

/** Puts a plain copy in its place. */
export async function putBack(folder: string, { DATA_DIR, DATABASE_URL }: Home['settings']) {
  cpSync(folder, DATA_DIR, { recursive: true })
  if (DATABASE_URL) await program('pg_restore', ['--no-owner', `--dbname=${DATABASE_URL}`, join(folder, 'app.dump')])
}

async function program(name: string, args: string[]) {
  const { ok, output } = await hear(name, args)
  if (!ok) throw new Error(`${name}:\n${output}`)
}
