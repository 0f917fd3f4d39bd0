import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  boolean,
  check,
  customType,
  index as index_,
  integer,
  primaryKey as key_,
  pgTable,
  text as text_,
  uniqueIndex,
} from 'drizzle-orm/pg-core'

// The few column words that differ between the engines; columns.sqlite.ts says the same in SQLite.

export const table = pgTable
export const index = index_
export const unique = uniqueIndex
export const primaryKey = key_
export const text = () => text_()
/** A word from a closed list; the database checks it too. */
export const oneOf = <T extends string>(words: readonly [T, ...T[]]) => text_({ enum: words as [T, ...T[]] })
/** A whole number. */
export const count = () => integer()
export const flag = () => boolean()

const millis = customType<{ data: Date; driverData: string }>({
  dataType: () => 'bigint',
  toDriver: value => String(value.getTime()),
  fromDriver: value => new Date(Number(value)),
})
/** An instant in time, stored as whole milliseconds since 1970 UTC. */
export const instant = () => millis()
/** A calendar day as `YYYY-MM-DD`. */
export const day = () => text_()

const bytea = customType<{ data: Uint8Array; driverData: Buffer }>({
  dataType: () => 'bytea',
  toDriver: value => Buffer.from(value),
  fromDriver: value => new Uint8Array(value),
})
export const bytes = () => bytea()

/** Lets the database itself refuse any word outside the list. */
export const onlyWords = (name: string, column: AnyPgColumn, words: readonly string[]) =>
  check(name, sql`${column} in (${sql.raw(words.map(word => `'${word}'`).join(', '))})`)
