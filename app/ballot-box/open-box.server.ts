import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'

export type Box = Database.Database

/** Bytes. A ballot takes one page and an eighth of another; larger pages make every write to disk twice as slow (measured). */
const pageBytes = 4096

/**
 * The tables of box.db: no moments, no addresses, no running numbers, and every table ordered by its own key,
 * so that the file cannot tell who answered when. A law reads this back from the file.
 *
 * @source anonymity.md §4
 */
const boxSchema = `
create table if not exists box_round (
  round_id text primary key,
  state text not null check (state in ('issuing', 'open', 'closed', 'void')),
  manifest blob not null,
  manifest_sha256 text not null,
  receipts text
) without rowid;

create table if not exists box_unit (
  round_id text not null,
  unit_id text not null,
  issue_spki blob not null,
  primary key (round_id, unit_id)
) without rowid;

create table if not exists ballot (
  nullifier blob primary key check (length(nullifier) = 32),
  round_id text not null,
  unit_id text not null,
  sealed blob not null check (length(sealed) = 4508)
) without rowid;

create table if not exists slip (
  code_sha256 blob primary key check (length(code_sha256) = 32),
  round_id text not null,
  unit_id text not null
) without rowid;

create table if not exists slip_count (
  round_id text not null,
  unit_id text not null,
  used integer not null,
  primary key (round_id, unit_id)
) without rowid;

create table if not exists council_round (
  round_id text primary key
) without rowid;

create table if not exists ballot_token (
  nullifier blob primary key check (length(nullifier) = 32),
  round_id text not null,
  input blob not null,
  signature blob not null
) without rowid;
`

/** Kibibytes of pages kept in memory: with SQLite's own 2,000 every ballot reads four times as much from disk (measured at 8,000). */
const cacheKibibytes = 32_000

/** Milliseconds to wait while the other process writes. */
export const busyMilliseconds = 5000

/**
 * Opens the ballot box. Every connection must come from here: erasing what is deleted is a setting of the
 * connection and not of the file, and a write-ahead log would keep the order of arrival.
 */
export function openBox(path: string): Box {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const box = new Database(path, { timeout: busyMilliseconds })
  box.pragma(`page_size = ${pageBytes}`)
  box.pragma('journal_mode = TRUNCATE')
  box.pragma('synchronous = FULL')
  box.pragma('secure_delete = ON')
  box.pragma('temp_store = MEMORY')
  box.pragma(`cache_size = -${cacheKibibytes}`)
  box.exec(boxSchema)
  return box
}

const statements = new WeakMap<Box, Map<string, Database.Statement>>()

/** Prepares a statement once per connection. */
export function sql(box: Box, text: string): Database.Statement {
  const known = statements.get(box) ?? new Map<string, Database.Statement>()
  statements.set(box, known)
  const statement = known.get(text) ?? box.prepare(text)
  known.set(text, statement)
  return statement
}

/** Does all of the work on disk, or none of it. */
export function atomically<T>(box: Box, work: () => T): T {
  sql(box, 'begin immediate').run()
  try {
    const result = work()
    sql(box, 'commit').run()
    return result
  } catch (fault) {
    if (box.inTransaction) sql(box, 'rollback').run()
    throw fault
  }
}
