import { describe, expect, test } from 'vitest'
import { catalogues } from '~/language/catalogues.server'
import { languages } from '~/people/rules'
import { filesMatching } from './reading'
import {
  differentPlaceholders,
  flatten,
  missingKeys,
  unusedKeys,
  type Words,
  wordlessReasons,
  wrongPlurals,
} from './wording'

const dutch = catalogues.nl as Words
const app = filesMatching(/^(app|scripts)\/.*\.(tsx?|mjs)$/)

describe.each(languages)('the words in %s', language => {
  const words = catalogues[language] as Words

  test('are there for every key, and for no other', () => expect(missingKeys(dutch, words)).toEqual([]))
  test('have the plurals the language needs', () => expect(wrongPlurals(words, language)).toEqual([]))
  test('have the placeholders of the Dutch ones', () => expect(differentPlaceholders(dutch, words)).toEqual([]))
  test('are words', () => {
    expect([...flatten(words)].filter(([, text]) => text.trim() !== text || text === '')).toEqual([])
  })
})

// The ballot box speaks a protocol; its reasons become one of the stop words of the device, which the compiler checks.
const speaking = app.filter(({ path }) => !path.startsWith('app/ballot-box/'))
test('every reason to refuse has words', () => expect(wordlessReasons(speaking, dutch)).toEqual([]))
test('every word is said somewhere', () => expect(unusedKeys(app, dutch)).toEqual([]))

const source: Words = {
  round: { title: 'Ronde {{number}}', left_one: 'nog een dag', left_other: 'nog {{count}} dagen' },
}

test('control: a missing key, a left-over key and another placeholder are found', () => {
  const other: Words = { round: { title: 'Round {{nr}}', left_one: 'a', left_other: 'b', extra: 'c' } }
  expect(missingKeys(source, other)).toEqual(['left over: round.extra'])
  expect(missingKeys(source, { round: {} })).toHaveLength(2)
  expect(differentPlaceholders(source, other)).toEqual(['round.title'])
})

test('control: French without `many` and Dutch with it are found', () => {
  expect(wrongPlurals(source, 'nl')).toEqual([])
  expect(wrongPlurals(source, 'fr')).toEqual(['round.left lacks _many'])
  expect(wrongPlurals({ left_one: 'a', left_many: 'b', left_other: 'c' }, 'nl')).toEqual(['left does not need _many'])
})

test('control: a wordless reason and a silent word are found', () => {
  const files = [{ path: 'app/a.ts', text: "refuse('tooLate'); t('round.title')" }]
  expect(wordlessReasons(files, source)).toEqual(['tooLate'])
  expect(unusedKeys(files, source)).toEqual(['round.left'])
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a template as it stands in a file
  expect(unusedKeys([{ path: 'a', text: 't(`round.${part}`)' }], source)).toEqual([])
})
