import pg from 'pg'
import { hear } from '../checks/child.mjs'
import { Obstacle } from '../checks/say.mjs'
import { omittedTables, type RunningRound, runningRounds } from './omitted'

/** Writes a dump of the database with PostgreSQL's own program, without the rows that no backup holds. @returns the rounds that ran */
export async function copyPostgres(address: string, to: string): Promise<RunningRound[]> {
  const omitted = omittedTables.map(table => `--exclude-table-data=public.${table}`)
  await runProgram('pg_dump', ['--format=custom', '--no-owner', '--no-privileges', ...omitted, `--file=${to}`], address)
  return ask<RunningRound>(address, runningRounds)
}

/** Reads the table of contents of a dump. @throws when it is damaged */
export const checkPostgres = (path: string) => runProgram('pg_restore', ['--list', path])

/** Puts a dump into an empty database, all of it or nothing. */
export async function restorePostgres(address: string, from: string) {
  const own = "select 1 from pg_tables where schemaname not in ('pg_catalog', 'information_schema') limit 1"
  const isEmpty = (await ask(address, own)).length === 0
  if (!isEmpty) throw new Obstacle('The database of DATABASE_URL is not empty. Make a new one and name it there.')
  const name = decodeURIComponent(new URL(address).pathname.slice(1))
  const wishes = ['--no-owner', '--no-privileges', '--exit-on-error', '--single-transaction']
  await runProgram('pg_restore', [...wishes, `--dbname=${name}`, from], address)
}

async function ask<Row>(address: string, question: string): Promise<Row[]> {
  const client = new pg.Client(address)
  await client.connect()
  try {
    return (await client.query(question)).rows as Row[]
  } finally {
    await client.end()
  }
}

async function runProgram(program: string, args: string[], address?: string) {
  const env = { ...process.env, ...(address ? connection(new URL(address)) : {}) }
  const { ok, output, missing } = await hear(program, args, { about: program, env })
  if (missing)
    throw new Obstacle(`PostgreSQL's own ${program} is not on this machine.`, 'apt-get install postgresql-client')
  if (!ok) throw new Obstacle(`${program} could not do it:\n${output}`)
}

/** How PostgreSQL's programs learn where to go: not as an argument, which everyone on the machine can read. */
function connection({ hostname, port, username, password, pathname, searchParams }: URL) {
  return {
    PGHOST: decodeURIComponent(hostname),
    ...(port && { PGPORT: port }),
    PGUSER: decodeURIComponent(username),
    PGPASSWORD: decodeURIComponent(password),
    PGDATABASE: decodeURIComponent(pathname.slice(1)),
    ...(searchParams.has('sslmode') && { PGSSLMODE: searchParams.get('sslmode')! }),
  }
}
