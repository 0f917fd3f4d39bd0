import { type Jurisdiction, type Language, normaliseEmail, type Role } from '~/people/rules'
import { splitSurname } from './surnames'
import { type Line, readTable } from './table'
import { columnNamed, countryNamed, languageNamed, neededColumns, roleNamed, type StaffColumn } from './words'

/** One person as the list says it. `undefined`: the list has no such column, so what is stored stays. */
export type StaffRow = {
  line: number
  email: string
  givenName: string
  surnamePrefix: string
  surname: string
  team: string
  parentTeam: string | undefined
  site: string
  country: Jurisdiction | undefined
  roles: Role[] | undefined
  language: Language | undefined
}

/** Why a list is not taken. */
export const staffProblems = [
  'notReadable',
  'fileTooBig',
  'emptyFile',
  'brokenQuotes',
  'columnMissing',
  'columnTwice',
  'cellMissing',
  'cellTooLong',
  'tooManyCells',
  'notAnEmail',
  'emailTwice',
  'unknownRole',
  'unknownCountry',
  'unknownLanguage',
  'countryMissing',
  'countryDiffers',
  'siteDiffers',
  'parentDiffers',
  'teamCircle',
  'lastAdministrator',
] as const
export type ProblemReason = (typeof staffProblems)[number]
/** Line 0 means the list as a whole. */
export type StaffProblem = { line: number; column?: StaffColumn; reason: ProblemReason }

/** Rows. Four times the largest contact centre we know of; more is another kind of file. @source stack.md, 50,000 people is the largest installation measured */
export const mostRows = 50_000

/** Characters in one cell. @source RFC 5321, 4.5.3.1.3: an e-mail address has 254 at the most */
export const longestCell = 254

/** Returns the people in a list, or every problem in it with its line. */
export function readStaffFile(text: string): { rows: StaffRow[]; problems: StaffProblem[] } {
  const table = readTable(text)
  if (!table.ok) return { rows: [], problems: [{ line: table.line, reason: 'brokenQuotes' }] }
  const [header, ...lines] = table.lines
  if (!header || lines.length === 0) return { rows: [], problems: [{ line: 0, reason: 'emptyFile' }] }
  if (lines.length > mostRows) return { rows: [], problems: [{ line: 0, reason: 'fileTooBig' }] }

  const columns = header.cells.map(columnNamed)
  const headerProblems = problemsOfHeader(columns, header.line)
  if (headerProblems.length > 0) return { rows: [], problems: headerProblems }
  const read = lines.map(line => readRow(line, columns))
  return {
    rows: read.map(({ row }) => row),
    problems: [...read.flatMap(({ problems }) => problems), ...emailsTwice(read.map(({ row }) => row))],
  }
}

function problemsOfHeader(columns: (StaffColumn | undefined)[], line: number): StaffProblem[] {
  const missing = neededColumns.filter(column => !columns.includes(column))
  const twice = columns.filter((column, place) => column && columns.indexOf(column) !== place)
  return [
    ...missing.map(column => ({ line, column, reason: 'columnMissing' as const })),
    ...twice.map(column => ({ line, column, reason: 'columnTwice' as const })),
  ]
}

function readRow({ line, cells }: Line, columns: (StaffColumn | undefined)[]) {
  const cell = (column: StaffColumn) => cells[columns.indexOf(column)] ?? ''
  const problems: StaffProblem[] = []
  const report = (reason: ProblemReason, column?: StaffColumn) => void problems.push({ line, column, reason })

  if (cells.slice(columns.length).some(extra => extra !== '')) report('tooManyCells')
  for (const column of neededColumns) if (cell(column) === '') report('cellMissing', column)
  for (const column of columns) if (column && cell(column).length > longestCell) report('cellTooLong', column)
  const email = normaliseEmail(cell('email'))
  if (email !== '' && !looksLikeEmail(email)) report('notAnEmail', 'email')

  const row: StaffRow = {
    line,
    email,
    givenName: cell('givenName'),
    ...readSurname(cell('surnamePrefix'), cell('surname')),
    team: cell('team'),
    parentTeam: columns.includes('parentTeam') ? cell('parentTeam') : undefined,
    site: cell('site'),
    country: word(cell('country'), countryNamed, () => report('unknownCountry', 'country')),
    roles: columns.includes('roles') ? readRoles(cell('roles'), () => report('unknownRole', 'roles')) : undefined,
    language: word(cell('language'), languageNamed, () => report('unknownLanguage', 'language')),
  }
  return { row, problems }
}

const readSurname = (surnamePrefix: string, surname: string) =>
  surnamePrefix === '' ? splitSurname(surname) : { surnamePrefix, surname }

/** Decides whether something can be an e-mail address; only sending a mail proves it. */
export const looksLikeEmail = (text: string): boolean =>
  /^[^\s@<>(),;:"]+@[^\s@<>(),;:".]+(\.[^\s@<>(),;:".]+)+$/.test(text)

function word<Word>(written: string, find: (written: string) => Word | undefined, unknown: () => void) {
  if (written === '') return undefined
  const found = find(written)
  if (found === undefined) unknown()
  return found
}

function readRoles(written: string, unknown: () => void): Role[] {
  const words = written
    .split(/[,;/|+]/)
    .map(part => part.trim())
    .filter(part => part !== '')
  const found = words.map(part => roleNamed(part))
  if (found.includes(undefined)) unknown()
  const roles = [...new Set(found.filter(role => role !== undefined))]
  return roles.length > 0 ? roles : ['agent']
}

function emailsTwice(rows: StaffRow[]): StaffProblem[] {
  const seen = new Set<string>()
  return rows
    .filter(({ email }) => email !== '' && seen.size === seen.add(email).size)
    .map(({ line }) => ({ line, column: 'email', reason: 'emailTwice' }))
}
