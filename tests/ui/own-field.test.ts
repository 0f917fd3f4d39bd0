import { createElement, type ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { catalogues } from '~/language/catalogues.server'
import { WordsProvider } from '~/language/words'
import { TextField } from '~/ui/field'
import { KeyFileFields } from '~/ui/key-file-fields'
import { NewPassphrase, type PassphraseWord, passphraseProblems } from '~/ui/new-passphrase'

// A key and its passphrase never leave the browser: a field without a name is sent by no form.

const shown = (children: ReactNode) =>
  renderToStaticMarkup(createElement(WordsProvider, { language: 'nl', catalogue: catalogues.nl as never, children }))
const namesIn = (markup: string) => [...markup.matchAll(/<input[^>]* name="(\w+)"/g)].map(([, name]) => name)
const wrongIn = (markup: string) =>
  [...markup.matchAll(/<input[^>]* id="([\w-]+)"[^>]* aria-invalid="true"/g)].map(([, id]) => id)

const file = { id: 'own-key', label: 'Bestand' }
const passphrase = { id: 'own-words', label: 'Wachtzin' }
const say = (word: PassphraseWord) => word

test('no form sends the file of a key or a passphrase; control: a field with a name is found', () => {
  const fields = shown([
    createElement(KeyFileFields, { key: 1, file, passphrase }),
    createElement(NewPassphrase, { key: 2, of: 'own', say, problems: {} }),
  ])
  expect(fields.match(/<input/g)).toHaveLength(4)
  expect(namesIn(fields)).toEqual([])
  expect(namesIn(shown(createElement(TextField, { name: 'words', label: 'Wachtzin' })))).toEqual(['words'])
})

test.each(['file', 'passphrase'] as const)('what is wrong with the %s stands beside it and nowhere else', isAbout => {
  const fields = shown(createElement(KeyFileFields, { file, passphrase, problem: { text: 'Fout.', isAbout } }))
  expect(wrongIn(fields)).toEqual([isAbout === 'file' ? 'field-own-key' : 'field-own-words'])
  expect(fields.split('Fout.')).toHaveLength(2)
})

test('a new passphrase is long enough and typed twice', () => {
  const typed = { passphrase: 'zeven woorden', again: 'zeven woorden' }
  expect(passphraseProblems(typed, 13, say)).toEqual({})
  expect(passphraseProblems(typed, 14, say)).toEqual({ passphrase: 'tooShort' })
  expect(passphraseProblems({ ...typed, again: 'zeven' }, 13, say)).toEqual({ again: 'notTheSame' })
})
