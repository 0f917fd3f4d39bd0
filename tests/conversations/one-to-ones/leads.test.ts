import { expect, test } from 'vitest'
import { leads, leadsOf, type Member, teamsAbove, teamsBelow } from '~/conversations/one-to-ones/leads'
import { isMeant } from '~/conversations/one-to-ones/shown'

const parents = new Map<string, string | null>([
  ['top', null],
  ['a', 'top'],
  ['night', 'a'],
  ['b', 'top'],
])
const member = (id: string, teamId: string, isLead = false): Member => ({ id, teamId, isLead })
const people = [
  ...[member('tess', 'top', true), member('lea', 'a', true), member('lou', 'a', true), member('ben', 'b', true)],
  ...[member('emma', 'a'), member('noor', 'night'), member('bob', 'b')],
]
const of = (id: string) => people.find(one => one.id === id)!
const idsOf = (id: string) => leadsOf(of(id), people, parents).map(lead => lead.id)

test('somebody is led by the leads of their team and of those above it, the nearest first', () => {
  expect(idsOf('emma')).toEqual(['lea', 'lou', 'tess'])
  expect(idsOf('noor')).toEqual(['lea', 'lou', 'tess'])
  expect(idsOf('bob')).toEqual(['ben', 'tess'])
})

test('nobody leads themselves, two leads of one team do not lead each other, and nobody leads upwards or beside', () => {
  expect(idsOf('lea')).toEqual(['tess'])
  expect(idsOf('tess')).toEqual([])
  expect(leads(of('lea'), of('bob'), parents)).toBe(false)
  expect(leads(of('lea'), of('tess'), parents)).toBe(false)
  expect(leads(of('emma'), of('noor'), parents)).toBe(false)
})

test('teams that hang in a circle, or under one that is gone, end the search', () => {
  const circle = new Map([
    ['x', 'y'],
    ['y', 'x'],
  ])
  expect(teamsAbove('x', circle)).toEqual(['x', 'y'])
  expect(teamsAbove('lost', parents)).toEqual(['lost'])
  expect(teamsBelow('a', parents)).toEqual(['a', 'night'])
})

test('a name is found by the beginning of its words, accents and capitals aside', () => {
  const name = 'Élodie van der Meer-Özdemir'
  expect(['elod', 'MEER', 'van ozd', 'meer elodie', ''].map(typed => isMeant(name, typed))).toEqual(Array(5).fill(true))
  expect(['lodie', 'elodie x'].map(typed => isMeant(name, typed))).toEqual([false, false])
})
