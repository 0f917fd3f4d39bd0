import { readdirSync, readFileSync } from 'node:fs'

type Column = { name: string; primaryKey: boolean; notNull: boolean }
type Table = {
  name: string
  columns: Record<string, Column>
  compositePrimaryKeys: Record<string, { columns: string[] }>
  foreignKeys: Record<string, { tableTo: string; columnsFrom: string[]; columnsTo: string[]; onDelete?: string }>
  uniqueConstraints: Record<string, { columns: string[] }>
  indexes: Record<string, { columns: (string | { expression: string })[]; isUnique: boolean }>
  checkConstraints: Record<string, { name: string; value: string }>
}
export type Snapshot = { tables: Record<string, Table> }

/** Returns what the migrations of an engine end with, as drizzle-kit wrote it down. */
export function lastSnapshot(engine: 'sqlite' | 'postgres'): Snapshot {
  const folder = `db/migrations/${engine}/meta`
  const last = readdirSync(folder)
    .filter(name => name.endsWith('_snapshot.json'))
    .sort()
    .at(-1)
  return JSON.parse(readFileSync(`${folder}/${last}`, 'utf8')) as Snapshot
}

/** Writes the tables of a snapshot as lines that mean the same on both engines; types differ and are left out. */
export function linesOf(snapshot: Snapshot): string[] {
  return Object.values(snapshot.tables).flatMap(tableLines).sort()
}

function tableLines(table: Table): string[] {
  const { name } = table
  const columns = Object.values(table.columns)
  const keys = [
    ...columns.filter(column => column.primaryKey).map(column => column.name),
    ...Object.values(table.compositePrimaryKeys).flatMap(key => key.columns),
  ]
  return [
    ...columns.map(column => `${name}.${column.name} ${column.notNull ? 'is required' : 'may be empty'}`),
    `${name} is known by ${keys.join('+')}`,
    ...Object.values(table.foreignKeys).map(
      key =>
        `${name}.${key.columnsFrom} points at ${key.tableTo}.${key.columnsTo}, on delete ${key.onDelete ?? 'no action'}`,
    ),
    ...indexLines(table),
    ...Object.values(table.checkConstraints).map(
      check => `${name} checks ${check.name}: ${wordsIn(check.value).join()}`,
    ),
  ]
}

/** SQLite writes a unique column as an index, PostgreSQL as a constraint; it means the same. */
function indexLines({ name, uniqueConstraints, indexes }: Table): string[] {
  const unique = Object.values(uniqueConstraints).map(constraint => `${name} has one of each ${constraint.columns}`)
  const others = Object.values(indexes).map(index => {
    const columns = index.columns.map(column => (typeof column === 'string' ? column : column.expression))
    return `${name} ${index.isUnique ? 'has one of each' : 'is sought by'} ${columns}`
  })
  return [...unique, ...others]
}

/** Returns the words that a CHECK allows. */
export const wordsIn = (check: string) => [...check.matchAll(/'([^']*)'/g)].map(match => match[1]!)

/** Returns the words that the engine itself allows in a column; nothing when it allows all. */
export function allowedWords(snapshot: Snapshot, table: string, column: string): string[] | undefined {
  const found = Object.values(snapshot.tables).find(({ name }) => name === table)
  const check = Object.values(found?.checkConstraints ?? {}).find(({ value }) => value.includes(`"${column}"`))
  return check && wordsIn(check.value)
}
