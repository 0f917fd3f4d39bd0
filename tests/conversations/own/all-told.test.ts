import { expect, test } from 'vitest'
import { table, text } from '#columns'
import { persons } from '#db'
import { allSources } from '~/conversations/own/everything.server'
import { holdingNames, leftOut } from '~/people/own/holdings'
import * as schema from '../../../db/schema'
import { columnsNamingPersons } from './naming'

// The law of "all about me": every column that names a person is told to that person, or left out for a reason.

const naming = columnsNamingPersons(schema)
const accounted = [...Object.keys(allSources), ...Object.keys(leftOut)]
const untold = (columns: string[]) => columns.filter(column => !accounted.includes(column))

test('every column that names a person is told to them, or left out with a reason', () => {
  expect(untold(naming)).toEqual([])
})

test('what is told or left out is there, and is either of the two', () => {
  expect(accounted.filter(column => !naming.includes(column))).toEqual([])
  expect(Object.keys(leftOut).filter(column => column in allSources)).toEqual([])
  expect(Object.values(leftOut).filter(reason => reason.split(' ').length < 5)).toEqual([])
})

test('every table that is told has a name on the page', () => {
  const tables = Object.keys(allSources).map(column => column.split('.')[0]!)
  expect(tables.filter(name => !holdingNames.some(known => known === name))).toEqual([])
})

test('control: a new table that names a person is found, also when the database is not told of it', () => {
  const notes = table('manager_notes', { id: text().primaryKey(), about: text().references(() => persons.id) })
  const marks = table('marks', { id: text().primaryKey(), employeeId: text().notNull() })
  const found = untold(columnsNamingPersons({ ...schema, notes, marks }))
  expect(found).toEqual(['notes.about', 'marks.employeeId'])
})
