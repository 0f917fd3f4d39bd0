import { inArray } from 'drizzle-orm'
import { db, persons } from '#db'
import { fullName, type Person } from '~/people/rules'
import { textOf } from '~/people/staff/bytes.server'
import { findGroup, todayHere } from '../store.server'
import { type Rostered, recordRostered, sealOf, storedFor } from './entering.server'
import { type RosterDifference, type RosterProblem, type RosterRow, readRoster } from './import'
import { enterRostered, rosterers } from './rules'

/** A roster that was looked at; nothing is changed yet. `seen` seals what stood there before. */
export type RosterLooked = {
  text: string
  rows: Rostered[]
  differences: RosterDifference[]
  problems: RosterProblem[]
  seen: string
}

/** Reads a file and computes what its roster would change; an unreadable file is a problem of the whole. */
export async function lookAtRoster(workgroupId: string, file: Uint8Array, at: Date): Promise<RosterLooked> {
  const read = await textOf(file)
  if (read.ok) return lookAtText(workgroupId, read.value, at)
  return { text: '', rows: [], differences: [], problems: [{ line: 0, reason: read.because }], seen: '' }
}

/** Computes what a roster would change, line by line. */
export async function lookAtText(workgroupId: string, text: string, at: Date): Promise<RosterLooked> {
  const { rows: read, problems } = readRoster(text)
  const people = await peopleBehind(read)
  const group = await findGroup(workgroupId)
  const rows = read.map(({ email, week, minutes }) => ({ personId: people.get(email)?.id ?? '', week, minutes }))
  const stored = await storedFor(workgroupId, rows, group?.weeklyMinutes ?? 0)
  const strangers = read.flatMap(({ line }, place) =>
    stored[place] === undefined ? [{ line, reason: 'notAMember' as const }] : [],
  )
  const all = [...problems, ...strangers, ...wrongWeeks(read, at)].sort((a, b) => a.line - b.line)
  const differences = read.flatMap(({ email, week, minutes: after }, place) => {
    const before = stored[place]
    return before === undefined || before === after ? [] : [{ name: people.get(email)!.name, week, before, after }]
  })
  return { text, rows, differences, problems: all, seen: sealOf(rows, stored) }
}

/** Enters a roster that was looked at; what is not as it was then is refused. */
export async function applyRoster(
  workgroupId: string,
  { text, seen }: Pick<RosterLooked, 'text' | 'seen'>,
  by: Pick<Person, 'roles'>,
  at: Date,
) {
  const { rows, problems } = await lookAtText(workgroupId, text, at)
  if (problems.length > 0) return { ok: false, because: 'changedMeanwhile' } as const
  return recordRostered(workgroupId, { rows, seen }, by, at)
}

function wrongWeeks(rows: readonly RosterRow[], at: Date): RosterProblem[] {
  return rows.flatMap(({ line, week, minutes }) => {
    const decision = enterRostered({ week, minutes }, { roles: [...rosterers] }, todayHere(at))
    const isWeek = !decision.ok && (decision.because === 'weekTooOld' || decision.because === 'weekTooFar')
    return isWeek ? [{ line, reason: decision.because as 'weekTooOld' | 'weekTooFar' }] : []
  })
}

async function peopleBehind(rows: readonly RosterRow[]) {
  const emails = [...new Set(rows.map(({ email }) => email))]
  const found = emails.length === 0 ? [] : await db.select().from(persons).where(inArray(persons.email, emails))
  return new Map(found.map(row => [row.email, { id: row.id, name: fullName(row) }]))
}
