import type { Week } from '~/calendar'
import { normaliseEmail } from '~/people/rules'
import { readTable } from '~/people/staff/table'
import { mostMinutes } from './rules'
import { readMinutes, readWeek } from './typed'

/** One line of a roster: who has how many minutes for the group in which week. */
export type RosterRow = { line: number; email: string; week: Week; minutes: number }

/** One thing that a roster changes, in minutes. */
export type RosterDifference = { name: string; week: Week; before: number; after: number }

/** Why a line is not taken; line 0 is the file as a whole. */
export const rosterProblems = [
  'notReadable',
  'fileTooBig',
  'emptyFile',
  'brokenQuotes',
  'columnMissing',
  'tooManyLines',
  'notAnEmail',
  'notAWeek',
  'notHours',
  'tooManyHours',
  'twice',
  'notAMember',
  'weekTooOld',
  'weekTooFar',
] as const
export type RosterProblem = { line: number; reason: (typeof rosterProblems)[number] }

/** Lines of a roster. @source our own choice: thirty members, two years of weeks */
const mostLines = 3_200

const columnNames = {
  email: ['e-mail', 'email', 'e-mailadres', 'mail', 'courriel', 'adresse e-mail'],
  week: ['week', 'weeknummer', 'semaine'],
  hours: [
    'uren',
    'ingeroosterd',
    'ingeroosterde uren',
    'hours',
    'rostered',
    'rostered hours',
    'heures',
    'heures planifiées',
  ],
}

/** Reads a roster of rostered hours; other columns are left alone, so nobody's own word can come along. */
export function readRoster(text: string): { rows: RosterRow[]; problems: RosterProblem[] } {
  const table = readTable(text)
  if (!table.ok) return failed(table.line, 'brokenQuotes')
  const [header, ...lines] = table.lines
  if (!header || lines.length === 0) return failed(0, 'emptyFile')
  if (lines.length > mostLines) return failed(0, 'tooManyLines')
  const named = header.cells.map(cell => cell.toLowerCase())
  const place = (names: readonly string[]) => named.findIndex(name => names.includes(name))
  const [email, week, hours] = [place(columnNames.email), place(columnNames.week), place(columnNames.hours)]
  if (email < 0 || week < 0 || hours < 0) return failed(header.line, 'columnMissing')
  const read = lines.map(({ line, cells }) =>
    readLine(line, { email: cells[email] ?? '', week: cells[week] ?? '', hours: cells[hours] ?? '' }),
  )
  const rows = read.flatMap(one => ('reason' in one ? [] : [one]))
  return { rows, problems: [...read.flatMap(one => ('reason' in one ? [one] : [])), ...twiceIn(rows)] }
}

const failed = (line: number, reason: RosterProblem['reason']) => ({ rows: [], problems: [{ line, reason }] })

function readLine(line: number, said: { email: string; week: string; hours: string }): RosterRow | RosterProblem {
  const [week, minutes] = [readWeek(said.week), readMinutes(said.hours)]
  if (!said.email.includes('@')) return { line, reason: 'notAnEmail' }
  if (!week) return { line, reason: 'notAWeek' }
  if (minutes === undefined) return { line, reason: 'notHours' }
  if (minutes > mostMinutes) return { line, reason: 'tooManyHours' }
  return { line, email: normaliseEmail(said.email), week, minutes }
}

function twiceIn(rows: readonly RosterRow[]): RosterProblem[] {
  const seen = new Set<string>()
  return rows
    .filter(({ email, week }) => seen.size === seen.add(`${week} ${email}`).size)
    .map(({ line }) => ({ line, reason: 'twice' }))
}
