import { describe, expect, test } from 'vitest'
import { headersOf } from '~/promises/evidence/headers'
import {
  type FileKind,
  kindOfFile,
  largestFileBytes,
  linkIn,
  noteWith,
  partsOfNote,
  shownName,
} from '~/promises/evidence/kinds'
import { hasOneTable } from '~/promises/evidence/table'
import { bytesOf, csv, pdf, phonePhoto, pngHidingAPage, strangers } from './evidence-files'

type Judge = (bytes: Uint8Array, name: string) => boolean
const byContent: Judge = bytes => kindOfFile(bytes).ok
/** What many sites do: believe the name. */
const byName: Judge = (_bytes, name) => /\.(pdf|png|jpe?g|csv)$/.test(name)
const letThrough = (judge: Judge) => strangers.filter(([name, bytes]) => judge(bytes, name)).map(([name]) => name)

test('what a file is, is decided by what is in it', async () => {
  const kinds = [pdf, csv, await phonePhoto(), await pngHidingAPage()].map(bytes => kindOfFile(bytes))
  expect(kinds.map(kind => kind.ok && kind.value)).toEqual(['pdf', 'csv', 'jpg', 'png'])
  expect(letThrough(byContent)).toEqual([])
})

test('control: who believes the name lets a page through that calls itself a picture', () => {
  expect(letThrough(byName)).toContain('page.png')
})

test.each<[string, Uint8Array]>([
  ['fileEmpty', new Uint8Array()],
  ['fileTooLarge', new Uint8Array(largestFileBytes + 1)],
  ['fileUnknown', bytesOf('Zomaar wat')],
  ['fileDamaged', bytesOf('%PDF-1.7\n1 0 obj')],
])('%s', (because, bytes) => expect(kindOfFile(bytes)).toEqual({ ok: false, because }))

test('a table has the same number of cells on every line, also where a cell has quotes, lines or signs in it', () => {
  for (const text of ['a,b', 'a\tb\n\n1\t2', 'a;b\r\n"1;2\n3";"zei ""ja"""\r\n', '|a|b|\n|1|2|'])
    expect(hasOneTable(text), text).toBe(true)
  for (const text of ['', '\n\n', 'a', 'a,b\n1', ' <b>,</b>']) expect(hasOneTable(text), text).toBe(false)
})

describe('the name of a file', () => {
  test.each<[string, FileKind, string]>([
    ['Rapport mei.PDF', 'pdf', 'Rapport mei.pdf'],
    ['foto.jpeg', 'jpg', 'foto.jpg'],
    ['C:\\Users\\jan\\uren.csv', 'csv', 'uren.csv'],
    ['../../etc/passwd', 'csv', 'passwd.csv'],
    ['.htaccess', 'csv', 'htaccess.csv'],
    ['gewoon.html', 'png', 'gewoon.html.png'],
    ['a\u202Egnp.exe', 'png', 'agnp.exe.png'],
    ['a\r\nSet-Cookie: x.pdf', 'pdf', 'aSet-Cookie- x.pdf'],
    ['<img src="x">.png', 'png', '-img src=-x--.png'],
    ['', 'pdf', 'file.pdf'],
    ['é'.repeat(200), 'csv', `${'é'.repeat(76)}.csv`],
  ])('%j is shown as it may be', (given, kind, shown) => expect(shownName(given, kind)).toBe(shown))
})

test('a link stands below the words, and the two come apart again', () => {
  const link = 'https://voorbeeld.nl/uren'
  expect(partsOfNote(noteWith('0 ontslagen\nop 1 maart', link))).toEqual({ words: '0 ontslagen\nop 1 maart', link })
  for (const words of ['0 ontslagen', 'zie https://a.nl', 'zie\nhttp://a.nl', 'https://a.nl'])
    expect(partsOfNote(noteWith(words))).toEqual({ words })
})

test('a browser may show a picture, must save the rest, and runs nothing', () => {
  const file = { hash: 'ab'.repeat(32), name: "café 'x'.csv" }
  const answers = (['pdf', 'csv', 'png', 'jpg'] as const).map(kind => headersOf({ ...file, kind }, true))
  const shown = answers.map(headers => headers['Content-Disposition'].split(';')[0])
  expect(shown).toEqual(['attachment', 'attachment', 'inline', 'inline'])
  expect(answers[1]!['Content-Disposition']).toBe(
    'attachment; filename="evidence-abababababab.csv"; filename*=UTF-8\'\'caf%C3%A9%20%27x%27.csv',
  )
  expect(headersOf({ ...file, kind: 'pdf' }, false)['Cache-Control']).toBe('no-store')
  for (const headers of answers) expect(headers['Content-Security-Policy']).toMatch(/^default-src 'none';.*sandbox$/)
})

test('a text leads only where it says that it leads', () => {
  expect(linkIn('https://voorbeeld.nl/uren?week=9')).toBe('https://voorbeeld.nl/uren?week=9')
  for (const text of ['https://bank.nl@evil.nl/', 'https://bank.nl:x@evil.nl', 'http://bank.nl', 'javascript:alert(1)'])
    expect(linkIn(text), text).toBeUndefined()
  for (const text of ['https://localhost/', 'https://10.0.0.1/', 'https://', 'nergens', ''])
    expect(linkIn(text), text).toBeUndefined()
  expect(new URL('https://bank.nl@evil.nl/').host, 'control: a browser goes to the other one').toBe('evil.nl')
})
