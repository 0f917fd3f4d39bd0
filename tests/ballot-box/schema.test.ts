import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { openBox } from '~/ballot-box/store.server'
import { sealedBytes } from '~/ballot-box/unseal'
import { freshFolder } from './round'

type Column = { name: string; type: string; dflt_value: string | null }

const telltale =
  /time|date|stamp|created|updated|_at$|_on$|ip|addr|agent|locale|lang|device|person|employee|email|seq|rowid|^id$/i

/** Names everything in a box file that could tell who answered, or when. */
function telltales(box: Database.Database): string[] {
  const tables = box.prepare("select name, sql from sqlite_schema where type = 'table'").all() as {
    name: string
    sql: string
  }[]
  return tables.flatMap(({ name, sql }) => {
    const columns = box.pragma(`table_info(${name})`) as Column[]
    const bad = columns.filter(
      column => (telltale.test(column.name) && column.name !== 'receipts') || column.dflt_value !== null,
    )
    const ordered = /without rowid\s*$/i.test(sql) ? [] : [`${name} keeps the order of arrival`]
    return [
      ...ordered,
      ...bad.map(column => `${name}.${column.name}`),
      ...columns.filter(isMoment).map(column => `${name}.${column.name}`),
    ]
  })
}

/** Only a count may be a number: how many slips of a unit were used, beside no ballot. */
const isMoment = ({ name, type }: Column) => name !== 'used' && !/^(text|blob)$/i.test(type)

const box = openBox(join(freshFolder(), 'box.db'))

test('no table of the box can tell who answered, or when', () => {
  expect(telltales(box)).toEqual([])
  const tables = box.prepare("select name from sqlite_schema where type = 'table' order by name").pluck().all()
  expect(tables).toEqual(['ballot', 'ballot_token', 'box_round', 'box_unit', 'council_round', 'slip', 'slip_count'])
  expect(
    box.prepare("select count(*) from sqlite_schema where type <> 'table' and sql is not null").pluck().get(),
  ).toBe(0)
})

test('a ballot in the table has one length, whatever was answered', () => {
  const put = (length: number) =>
    box.prepare('insert into ballot values (randomblob(32), ?, ?, zeroblob(?))').run('R1', 'U1', length)
  expect(() => put(sealedBytes - 1)).toThrow('CHECK')
  expect(() => put(sealedBytes + 1)).toThrow('CHECK')
  expect(put(sealedBytes).changes).toBe(1)
})

test('control: a moment, an address, a running number and a rowid are all noticed', () => {
  const bad = new Database(':memory:')
  bad.exec(`create table ballot (nullifier blob primary key, created_at text) without rowid;
    create table visit (number integer primary key autoincrement, ip text, browser text default 'x')`)
  const noticed = telltales(bad)
  for (const one of [
    'ballot.created_at',
    'visit.ip',
    'visit.number',
    'visit.browser',
    'visit keeps the order of arrival',
  ])
    expect(noticed).toContain(one)
})
