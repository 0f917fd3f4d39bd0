import { getTableColumns, is, Table } from 'drizzle-orm'
import { getTableConfig as pgConfig } from 'drizzle-orm/pg-core'
import { getTableConfig as sqliteConfig } from 'drizzle-orm/sqlite-core'
import { engine, persons } from '#db'

type ForeignKey = { reference: () => { columns: unknown[]; foreignTable: unknown } }

/** Names that tell that a column holds a person, also where the database was not told. */
const namesSomebody =
  /(person|employee|lead|actor|owner|author|reader|writer|member)Id$|By$|(owner|person|lead)Name$|^mark$/

/** Returns every column that names or marks a person, as `table.column`. */
export function columnsNamingPersons(schema: Record<string, unknown>): string[] {
  const tables = Object.entries(schema).filter((entry): entry is [string, Table] => is(entry[1], Table))
  return tables.flatMap(([name, table]) => {
    const referring = referringToPersons(table)
    return Object.entries(getTableColumns(table))
      .filter(([key, column]) => referring.has(column) || namesSomebody.test(key) || isPersonsOwn(table, key))
      .map(([key]) => `${name}.${key}`)
  })
}

function referringToPersons(table: Table): Set<unknown> {
  const config = (engine === 'sqlite' ? sqliteConfig : pgConfig) as (of: Table) => { foreignKeys: ForeignKey[] }
  const references = config(table).foreignKeys.map(key => key.reference())
  return new Set(references.flatMap(({ columns, foreignTable }) => (foreignTable === persons ? columns : [])))
}

const isPersonsOwn = (table: Table, key: string) => (table as unknown) === persons && key === 'id'
