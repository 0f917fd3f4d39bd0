import { readdirSync, readFileSync } from 'node:fs'
import Database from 'better-sqlite3'
import { getTableColumns, getTableName, is, Table } from 'drizzle-orm'
import { CasingCache } from 'drizzle-orm/casing'
import { describe, expect, test } from 'vitest'
import * as schema from '../../db/schema'
import { allowedWords, lastSnapshot, linesOf, type Snapshot } from './tables'

const snapshots = { sqlite: lastSnapshot('sqlite'), postgres: lastSnapshot('postgres') }
const casing = new CasingCache('snake_case')
const tables = Object.values(schema as Record<string, unknown>).filter(value => is(value, Table)) as Table[]
const columnsOf = (table: Table) => Object.values(getTableColumns(table))

/** Word lists of the rule book, as the schema knows them. */
const wordLists = tables.flatMap(table =>
  columnsOf(table).flatMap(column =>
    column.enumValues
      ? [{ table: getTableName(table), column: casing.getColumnCasing(column), words: column.enumValues }]
      : [],
  ),
)

const wrongWords = (snapshot: Snapshot) =>
  wordLists.filter(({ table, column, words }) => allowedWords(snapshot, table, column)?.join() !== words.join())

test('both migrations build the same tables', () => {
  expect(linesOf(snapshots.postgres)).toEqual(linesOf(snapshots.sqlite))
})

test('the migrations build what the schema says', () => {
  const said = tables.flatMap(table =>
    columnsOf(table).map(column => `${getTableName(table)}.${casing.getColumnCasing(column)}`),
  )
  const built = Object.values(snapshots.sqlite.tables).flatMap(table =>
    Object.keys(table.columns).map(name => `${table.name}.${name}`),
  )
  expect(built.sort()).toEqual(said.sort())
})

test('the SQL that is run builds what was written down', () => {
  const real = new Database(':memory:')
  for (const file of readdirSync('db/migrations/sqlite')
    .filter(name => name.endsWith('.sql'))
    .sort())
    real.exec(readFileSync(`db/migrations/sqlite/${file}`, 'utf8'))
  for (const { name, columns } of Object.values(snapshots.sqlite.tables)) {
    const built = real.pragma(`table_info(${name})`) as { name: string; notnull: number }[]
    // A column that came later stands last in the table, wherever the schema names it.
    expect(built.map(column => [column.name, column.notnull === 1]).sort()).toEqual(
      Object.values(columns)
        .map(column => [column.name, column.notNull])
        .sort(),
    )
  }
})

describe.each(['sqlite', 'postgres'] as const)('on %s', engine => {
  test('every word list equals its CHECK', () => {
    expect(wordLists.length).toBeGreaterThan(3)
    expect(wrongWords(snapshots[engine])).toEqual([])
  })

  test('control: a CHECK that misses a word is found', () => {
    const text = JSON.stringify(snapshots[engine]).replaceAll("'void'", "'lost'")
    expect(wrongWords(JSON.parse(text))).toMatchObject([{ table: 'rounds', column: 'state' }])
  })
})

test('control: a column, a key or a rule that only one engine has is found', () => {
  const others = [
    (table: Snapshot['tables'][string]) => {
      table.columns.email!.notNull = false
    },
    (table: Snapshot['tables'][string]) => {
      delete table.columns.email
    },
    (table: Snapshot['tables'][string]) => {
      table.foreignKeys = {}
    },
    (table: Snapshot['tables'][string]) => {
      table.checkConstraints = {}
    },
  ]
  for (const change of others) {
    const copy = structuredClone(snapshots.postgres)
    change(Object.values(copy.tables).find(({ name }) => name === 'persons')!)
    expect(linesOf(copy)).not.toEqual(linesOf(snapshots.sqlite))
  }
})
