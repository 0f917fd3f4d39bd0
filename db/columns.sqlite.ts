import { sql } from 'drizzle-orm'
import {
  type AnySQLiteColumn,
  check,
  customType,
  index as index_,
  integer,
  primaryKey as key_,
  sqliteTable,
  text as text_,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core'

// The few column words that differ between the engines; columns.pg.ts says the same in PostgreSQL.

export const table = sqliteTable
export const index = index_
export const unique = uniqueIndex
export const primaryKey = key_
export const text = () => text_()
/** A word from a closed list; the database checks it too. */
export const oneOf = <T extends string>(words: readonly [T, ...T[]]) => text_({ enum: words as [T, ...T[]] })
/** A whole number. */
export const count = () => integer()
export const flag = () => integer({ mode: 'boolean' })
/** An instant in time, stored as whole milliseconds since 1970 UTC. */
export const instant = () => integer({ mode: 'timestamp_ms' })
/** A calendar day as `YYYY-MM-DD`. */
export const day = () => text_()

const blob = customType<{ data: Uint8Array; driverData: Buffer }>({
  dataType: () => 'blob',
  toDriver: value => Buffer.from(value),
  fromDriver: value => new Uint8Array(value),
})
export const bytes = () => blob()

/** Lets the database itself refuse any word outside the list. */
export const onlyWords = (name: string, column: AnySQLiteColumn, words: readonly string[]) =>
  check(name, sql`${column} in (${sql.raw(words.map(word => `'${word}'`).join(', '))})`)
