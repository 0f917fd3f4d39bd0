import { eq } from 'drizzle-orm'
import { type Db, db, personRoles, persons, sites, staffListVersion, teams, transact } from '#db'
import { allow, type Decision, refuse } from '~/decision'
import { log } from '~/log.server'
import type { Role } from '~/people/rules'
import { textOf } from './bytes.server'
import { compareStaff, type StaffChanges, type StaffList } from './changes'
import { readStaffFile } from './file'
import { writeStaffChanges } from './writing.server'

/** A difference, and the version of the stored list it was computed on. */
export type StaffPreview = { version: number; changes: StaffChanges }
/** What the person who confirms has seen and agreed to. */
export type StaffConsent = { version: number; manyMayLeave: boolean }

const versionRow = 'current'

/** Computes what a list would change; changes nothing. */
export async function previewStaffFile(text: string): Promise<StaffPreview> {
  const { rows, problems } = readStaffFile(text)
  // The version first: whatever changes after it makes the confirmation be refused.
  const version = await versionOf(db)
  return { version, changes: compareStaff(await storedStaff(db), rows, problems) }
}

/** Reads a file and computes what its list would change; an unreadable file is a problem of the list as a whole. */
export async function lookAtStaffFile(file: Uint8Array): Promise<{ text: string; preview: StaffPreview }> {
  const read = await textOf(file)
  if (read.ok) return { text: read.value, preview: await previewStaffFile(read.value) }
  const changes = compareStaff({ sites: [], teams: [], people: [] }, [], [{ line: 0, reason: read.because }])
  return { text: '', preview: { version: 0, changes } }
}

/**
 * Applies a list as a whole, or not at all.
 *
 * The difference is computed again inside, on what is stored then: what happens
 * is what was seen, or `changedMeanwhile`.
 */
export async function applyStaffFile(
  text: string,
  consent: StaffConsent,
  at: Date,
): Promise<Decision<StaffChanges, 'changedMeanwhile' | 'hasProblems' | 'manyLeave'>> {
  const { rows, problems } = readStaffFile(text)
  const decision = await transact(async tx => {
    if ((await versionOf(tx)) !== consent.version) return refuse('changedMeanwhile')
    const changes = compareStaff(await storedStaff(tx), rows, problems)
    if (changes.problems.length > 0) return refuse('hasProblems')
    if (changes.manyLeave && !consent.manyMayLeave) return refuse('manyLeave')
    await writeStaffChanges(tx, changes, at)
    await newVersion(tx)
    return allow(changes)
  })
  if (decision.ok) log('staff.imported', countsOf(decision.value))
  return decision
}

/** Returns how many people a difference touches, for the log and the command line. */
export function countsOf({ added, changed, moved, leaving }: StaffChanges) {
  return { added: added.length, changed: changed.length, moved: moved.length, leaving: leaving.length }
}

/** Notes that the staff list is another one than before; whoever prepared a change on the old one looks again. */
export async function newVersion(tx: Db) {
  const version = (await versionOf(tx)) + 1
  await tx
    .insert(staffListVersion)
    .values({ id: versionRow, version })
    .onConflictDoUpdate({ target: staffListVersion.id, set: { version } })
}

async function versionOf(reader: Db): Promise<number> {
  const [row] = await reader.select().from(staffListVersion).where(eq(staffListVersion.id, versionRow))
  return row?.version ?? 0
}

async function storedStaff(reader: Db): Promise<StaffList> {
  const everySite = await reader.select().from(sites)
  const everyTeam = await reader.select().from(teams)
  const everyone = await reader.select().from(persons)
  const rolesOf = new Map<string, Role[]>()
  for (const { personId, role } of await reader.select().from(personRoles)) {
    rolesOf.set(personId, [...(rolesOf.get(personId) ?? []), role])
  }
  const people = everyone.map(row => ({ ...row, roles: rolesOf.get(row.id) ?? [], hasLeft: row.leftAt !== null }))
  return { sites: everySite, teams: everyTeam, people }
}
