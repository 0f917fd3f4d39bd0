import { randomBytes } from 'node:crypto'
import pg from 'pg'
import type { Engine } from '~/ledger/attacks/rules'
import { freshFolder, runWorker, settingsFor } from '../../bench/workshop'
import { startPostgres } from '../../checks/postgres-cluster.mjs'

/** What a process needs to be a house of its own on one database. */
export type Home = { engine: Engine; settings: Record<string, string> & { DATA_DIR: string } }

let server: ReturnType<typeof startPostgres> | undefined

/** Makes an empty house on each database that this machine has. */
export async function emptyHomes(name: string): Promise<Home[]> {
  server ??= startPostgres()
  const postgres = await server
  const sqlite: Home = { engine: 'sqlite', settings: settingsFor(freshFolder(name)) }
  if (!postgres) return [sqlite]
  const DATABASE_URL = await emptyDatabase(postgres.address)
  return [sqlite, { engine: 'postgres', settings: { ...settingsFor(freshFolder(name)), DATABASE_URL } }]
}

/** Makes another empty house, with the same database program as this one. */
export async function homeLike({ engine }: Home, name: string): Promise<Home> {
  return (await emptyHomes(name)).find(home => home.engine === engine)!
}

/** Runs a file in an empty house on each database, side by side; returns what each told. */
export async function onEachEngine<Told>(file: string, args: string[] = []): Promise<[Engine, Told][]> {
  const homes = await emptyHomes('house')
  return Promise.all(
    homes.map(async ({ engine, settings }): Promise<[Engine, Told]> => {
      return [engine, await runWorker<Told>({ file, args, env: { ...settings, LOG_LEVEL: 'info' } })]
    }),
  )
}

/** Stops the database that was started for the attacks, and removes everything in it. */
export async function stopEngines() {
  const running = await server
  server = undefined
  await running?.stop()
}

async function emptyDatabase(address: string): Promise<string> {
  const name = `house_${randomBytes(6).toString('hex')}`
  const client = new pg.Client(`${address}/postgres`)
  await client.connect()
  await client.query(`create database ${name}`).finally(() => client.end())
  return `${address}/${name}`
}
