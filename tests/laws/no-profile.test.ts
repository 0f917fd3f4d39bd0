import { readFileSync } from 'node:fs'
import { getTableColumns, getTableName, is, Table } from 'drizzle-orm'
import { CasingCache } from 'drizzle-orm/casing'
import { expect, test } from 'vitest'
import { flag, table, text } from '#columns'
import * as schema from '../../db/schema'

// The law of rule 10: no profile, emotion or "type" of a person can be stored, because no table has a place for it.

type Place = { table: string; column: string }

/** What somebody is said to be or to feel; no table has a column for it, whoever the row is about. */
const neverStored =
  /^(profiles?|profiel|emotions?|emotie|moods?|stemming|sentiment|personality|persona|attitude|houding|voices?|stem|feelings?|archetype|stance|temperament|cynic\w*|sceptic\w*|optimist\w*|pessimist\w*|fear|angst)$/

/** What sorts things. A table that knows persons, tokens or ballots has no column for it: there it would sort people. */
const neverOfAPerson =
  /^(types?|kinds?|labels?|tags?|categor\w+|segments?|clusters?|class|classes|scores?|ratings?|groups?|level|remarks?|notes?|barriers?)$/

/** A table whose rows lead to somebody, or to what somebody answered. */
const leadsToSomebody = /^(persons?|people|members?|employees?|tokens?|ballots?|blinded|answers?)$/

/** What a team lead expects of a team says nothing of the team lead; it is deleted a year after the round. */
const understood = ['lead_predictions.barrier']

const wordsOf = (name: string) => name.split('_')

/** Returns every column in which a kind of person could be kept. */
function placesForProfiles(columns: readonly Place[]): string[] {
  const isAboutSomebody = (name: string) =>
    columns.some(
      one => one.table === name && [one.table, one.column].flatMap(wordsOf).some(w => leadsToSomebody.test(w)),
    )
  const isWrong = ({ table, column }: Place) =>
    [table, column].flatMap(wordsOf).some(word => neverStored.test(word)) ||
    (wordsOf(column).some(word => neverOfAPerson.test(word)) && isAboutSomebody(table))
  return columns
    .filter(isWrong)
    .map(({ table, column }) => `${table}.${column}`)
    .filter(name => !understood.includes(name))
}

/** Returns every column of tables as the engine names it. */
function columnsOf(tables: Record<string, unknown>): Place[] {
  const casing = new CasingCache('snake_case')
  return Object.values(tables)
    .filter(one => is(one, Table))
    .flatMap(one =>
      Object.values(getTableColumns(one)).map(column => ({
        table: getTableName(one),
        column: casing.getColumnCasing(column),
      })),
    )
}

/** Returns every column that the ballot box makes for itself. */
function columnsInBox(): Place[] {
  const source = readFileSync('app/ballot-box/open-box.server.ts', 'utf8')
  return [...source.matchAll(/create table if not exists (\w+) \(([^;`]*)\)/gi)].flatMap(([, name, body]) =>
    [...body!.matchAll(/(?:^|,)\s*(\w+) (?:text|blob|integer|any)/gi)].map(([, column]) => ({
      table: name!,
      column: column!,
    })),
  )
}

test('no table has a place for what somebody is or feels', () => {
  expect(placesForProfiles(columnsOf(schema))).toEqual([])
})

test('the ballot box has none either', () => {
  expect(columnsInBox().length).toBeGreaterThan(3)
  expect(placesForProfiles(columnsInBox())).toEqual([])
})

test.each([
  ['a profile of a person', { persons: table('persons', { id: text(), profile: text() }) }, 'persons.profile'],
  ['a type of a person', { persons: table('persons', { id: text(), employeeType: text() }) }, 'persons.employee_type'],
  ['a tag beside a person', { a: table('remarks', { personId: text(), tag: text() }) }, 'remarks.tag'],
  ['an emotion in a talk', { a: table('talks', { id: text(), emotion: text() }) }, 'talks.emotion'],
  ['a mark on a token', { a: table('tokens', { id: text(), isSceptic: flag() }) }, 'tokens.is_sceptic'],
  ['a voice, also without a person', { a: table('dots', { code: text(), voice: text() }) }, 'dots.voice'],
])('control: %s is found', (_what, tables, place) => {
  expect(placesForProfiles(columnsOf(tables))).toContain(place)
})

test('control: the kind of a file and the note at a promise are let through', () => {
  const files = table('kept_files', { hash: text(), kind: text() })
  const events = table('promise_events', { promiseId: text(), note: text() })
  expect(placesForProfiles(columnsOf({ files, events }))).toEqual([])
})
