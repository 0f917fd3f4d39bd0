import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { textOf } from '~/people/staff/bytes.server'
import { readStaffFile } from '~/people/staff/file'
import { splitSurname } from '~/people/staff/surnames'

const header = 'Voornaam;Achternaam;E-mail;Team;Vestiging;Land;Rollen'
const list = (...lines: string[]) => readStaffFile([header, ...lines].join('\r\n'))
const good = 'Ada;van der Berg;Ada@Voorbeeld.nl ;Team Een;Zwolle;NL;agent'

test('a Dutch spreadsheet is read: semicolons, capitals in e-mail, prefix inside the surname', () => {
  const { rows, problems } = list(good)
  expect(problems).toEqual([])
  expect(rows[0]).toMatchObject({ line: 2, email: 'ada@voorbeeld.nl', surnamePrefix: 'van der', surname: 'Berg' })
})

test.each([
  ['commas', 'first name,surname,email,team,site\nAda,Berg,a@b.nl,"One, two",Zwolle'],
  ['tabs', 'Prénom\tNom\tCourriel\tÉquipe\tÉtablissement\nAda\tBerg\ta@b.nl\tOne, two\tZwolle'],
  ['a byte order mark', '\ufeffvoornaam;naam;E-mailadres;TEAM;locatie\nAda;Berg;a@b.nl;One, two;Zwolle'],
  ['the hint of Excel', 'sep=|\nvoornaam|naam|mail|team|locatie\nAda|Berg|a@b.nl|One, two|Zwolle'],
  ['a line break inside quotes', 'voornaam;naam;mail;team;locatie\nAda;Berg;a@b.nl;"One,\r\ntwo";Zwolle'],
])('a list with %s is read', (_, text) => {
  const { rows, problems } = readStaffFile(text)
  expect(problems).toEqual([])
  expect(rows[0]).toMatchObject({
    givenName: 'Ada',
    surname: 'Berg',
    email: 'a@b.nl',
    team: 'One, two',
    site: 'Zwolle',
  })
})

test('line numbers count as an editor does, over empty lines and line breaks in cells', () => {
  const text = [header, '', '"A\nB";Berg;a@b.nl;T;Z;NL;', 'Bo;Berg;geen adres;T;Z;NL;'].join('\n')
  expect(readStaffFile(text).problems).toEqual([{ line: 5, column: 'email', reason: 'notAnEmail' }])
})

test('roles are read in three languages and from one cell', () => {
  const roles = 'Teamleider / OR-lid, chef de projet; Works council'
  expect(list(good.replace('agent', `"${roles}"`)).rows[0]!.roles).toEqual(['teamLead', 'worksCouncil', 'projectLead'])
  expect(list(good.replace('agent', '')).rows[0]!.roles).toEqual(['agent'])
})

test.each([
  ['Ada;Berg;a@b.nl;T;Z;NL;baas', 'roles', 'unknownRole'],
  ['Ada;Berg;a@b.nl;T;Z;Duitsland;agent', 'country', 'unknownCountry'],
  ['Ada;Berg;a@b;T;Z;NL;agent', 'email', 'notAnEmail'],
  ['Ada;;a@b.nl;T;Z;NL;agent', 'surname', 'cellMissing'],
  ['Ada;Berg;a@b.nl;T;Z;NL;agent;x', undefined, 'tooManyCells'],
  [`${'A'.repeat(300)};Berg;a@b.nl;T;Z;NL;agent`, 'givenName', 'cellTooLong'],
  ['Ada;"Be"rg;a@b.nl;T;Z;NL;agent', undefined, 'brokenQuotes'],
])('a mistake is named with its line and column: %s', (line, column, reason) => {
  expect(list(line).problems).toEqual([{ line: 2, ...(column && { column }), reason }])
})

test('the same e-mail twice, and missing or doubled columns, are told', () => {
  expect(list(good, good.replace('Ada@', 'ADA@')).problems).toEqual([
    { line: 3, column: 'email', reason: 'emailTwice' },
  ])
  expect(readStaffFile('voornaam;naam;team;mail;e-mail\nx;x;x;x;x').problems).toEqual([
    { line: 1, column: 'site', reason: 'columnMissing' },
    { line: 1, column: 'email', reason: 'columnTwice' },
  ])
  expect(readStaffFile(header).problems).toEqual([{ line: 0, reason: 'emptyFile' }])
  expect(readStaffFile('').problems).toEqual([{ line: 0, reason: 'emptyFile' }])
})

test.each([
  ['van der Berg', 'van der', 'Berg'],
  ['Berg, van der', 'van der', 'Berg'],
  ["in 't Veld", "in 't", 'Veld'],
  ['Van den Berghe', '', 'Van den Berghe'],
  ["d'Hondt", "d'", 'Hondt'],
  ['de la Fontaine-van Dijk', 'de la', 'Fontaine-van Dijk'],
  ['van', '', 'van'],
  ['Janssens', '', 'Janssens'],
])('the surname %s is %s + %s', (written, surnamePrefix, surname) => {
  expect(splitSurname(written)).toEqual({ surnamePrefix, surname })
})

describe('bytes', () => {
  const text = async (bytes: Uint8Array) => {
    const decision = await textOf(bytes)
    return decision.ok ? decision.value : decision.because
  }

  test('UTF-8, UTF-16 of Excel and Windows-1252 give the same letters', async () => {
    const words = 'Zoë Œuvrard – Šárka’s €'
    const windows = Uint8Array.from(
      [...words].map(sign => ({ Œ: 0x8c, '–': 0x96, Š: 0x8a, '’': 0x92, '€': 0x80 })[sign] ?? sign.charCodeAt(0)),
    )
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(words, 'utf16le')])
    expect(await text(Buffer.from(words))).toBe(words)
    expect(await text(windows)).toBe(words)
    expect(Buffer.from(windows).toString('latin1') === words, 'control: taking bytes for letters is not enough').toBe(
      false,
    )
    expect(await text(utf16)).toBe(words)
  })

  test('a workbook gives the same rows as a text', async () => {
    const { rows, problems } = readStaffFile(await text(readFileSync('tests/people/staff.xlsx')))
    expect(problems).toEqual([])
    expect(rows.map(({ line, surnamePrefix, surname, roles }) => [line, surnamePrefix, surname, roles])).toEqual([
      [2, 'van der', 'Berg', ['agent']],
      [3, '', 'Müller', ['teamLead', 'worksCouncil']],
    ])
  })

  test('what is no list is refused, not guessed at', async () => {
    expect(await text(new Uint8Array(9 * 1024 * 1024))).toBe('fileTooBig')
    expect(await text(Uint8Array.of(0x50, 0x4b, 3, 4, 9, 9, 9))).toBe('notReadable')
    expect(await text(Uint8Array.of(0x89, 0x50, 0, 0, 0, 1))).toBe('notReadable')
  })
})
