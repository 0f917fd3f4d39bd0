import { expect, test } from 'vitest'
import type { ZodObject } from 'zod'
import { events } from '~/ledger/entries'
import { holders } from '~/ledger/erasures/entry-holders.server'
import { type EntryPlace, entryPlaceOf, entryPlaces } from '~/ledger/erasures/entry-places'
import { placeOf } from '~/ledger/erasures/place'

/** All words that the closed list of the ledger knows, by kind of entry. */
const allWords = events.flatMap(event => {
  const { type, words } = event.shape as { type: { value: string }; words?: ZodObject }
  return Object.keys(words?.shape ?? {}).map(key => ({ type: type.value, key }))
})
/** What nobody can ask to erase: the figures of management before a check, which name nobody. */
const figures = 'self_check.handed_in.answers'
const data = { id: 'P-1', round: 'R-1', question: 'q' }
const withoutPlace = (find: (type: string, key: string) => unknown) =>
  allWords.filter(({ type, key }) => !find(type, key)).map(({ type, key }) => `${type}.${key}`)

test('law: whatever the ledger can hold in words, somebody can ask to erase', () => {
  expect(allWords.length).toBeGreaterThan(30)
  expect(withoutPlace((type, key) => placeOf({ seq: 1, type, data }, key, [{ seq: 1 }]))).toEqual([figures])
})

test.each(Object.keys(entryPlaces))('control: without its line the words of %s have no place', left => {
  const { [left as keyof typeof entryPlaces]: gone, ...rest } = entryPlaces
  const [before, after] = [entryPlaces, rest].map(places =>
    withoutPlace((type, key) => entryPlaceOf({ seq: 1, type, data }, key, places)),
  )
  expect(after!.filter(words => !before!.includes(words))).toEqual(gone.words.map(key => `${left}.${key}`))
})

/** Words that stand in the ledger only, or in the detail of a proposal instead of a column. */
const heldElsewhere = ['verdict.notes', 'gate.reason']

test('law: every place of an entry is held by a table, or known to be held by none', () => {
  const places = Object.values(entryPlaces).flatMap(({ of, words }) => words.map(part => `${of}.${part}`))
  expect(places.filter(place => !(place in holders))).toEqual(heldElsewhere)
  for (const { of, by, words } of Object.values(entryPlaces))
    for (const part of words)
      expect(holders[`${of}.${part}` as `${EntryPlace['of']}.${EntryPlace['part']}`]?.by.length ?? by.length).toBe(
        by.length,
      )
})
