import { randomUUID } from 'node:crypto'
import { eq, inArray } from 'drizzle-orm'
import { type Db, personRoles, persons, sessions, signInLinks, sites, teams } from '#db'
import type { StaffChange, StaffChanges } from './changes'
import { nameKey } from './teams'

/** Writes a difference that has no problems; only inside `transact`, so that half a list is never stored. */
export async function writeStaffChanges(tx: Db, changes: StaffChanges, at: Date) {
  const teamIds = await writeTree(tx, changes)
  const newcomers = changes.added.filter(({ id }) => id === undefined)
  const known = [...changes.added, ...changes.changed, ...changes.moved].filter(({ id }) => id !== undefined)
  await insertPeople(tx, newcomers, teamIds)
  for (const change of new Map(known.map(one => [one.id, one])).values()) await updatePerson(tx, change, teamIds)
  await sayGoodbye(
    tx,
    changes.leaving.map(({ id }) => id),
    at,
  )
}

async function writeTree(tx: Db, changes: StaffChanges): Promise<Map<string, string>> {
  const siteIds = idsByName(await tx.select().from(sites), changes.sites)
  for (const { name, jurisdiction } of changes.sites) {
    const row = { id: siteIds.get(nameKey(name))!, name, jurisdiction }
    await tx.insert(sites).values(row).onConflictDoNothing()
  }
  const stored = await tx.select().from(teams)
  const teamIds = idsByName(stored, changes.teams)
  const before = new Map(stored.map(team => [team.id, team]))
  for (const { name, site, parent } of changes.teams) {
    const id = teamIds.get(nameKey(name))!
    const siteId = siteIds.get(nameKey(site))!
    const parentId = parent === null ? null : teamIds.get(nameKey(parent))!
    const known = before.get(id)
    if (!known) await tx.insert(teams).values({ id, name, siteId, parentId })
    else if (known.siteId !== siteId || known.parentId !== parentId) {
      await tx.update(teams).set({ siteId, parentId }).where(eq(teams.id, id))
    }
  }
  return teamIds
}

/** Every name's id: the stored one, or a new one. */
function idsByName(stored: { id: string; name: string }[], wanted: { name: string }[]) {
  const ids = new Map(stored.map(({ id, name }) => [nameKey(name), id]))
  for (const { name } of wanted) if (!ids.has(nameKey(name))) ids.set(nameKey(name), randomUUID())
  return ids
}

async function insertPeople(tx: Db, changes: StaffChange[], teamIds: Map<string, string>) {
  const rows = changes.map(({ row }) => ({
    id: randomUUID(),
    email: row.email,
    givenName: row.givenName,
    surnamePrefix: row.surnamePrefix,
    surname: row.surname,
    teamId: teamIds.get(nameKey(row.team))!,
    language: row.language ?? null,
    roles: row.roles ?? (['agent'] as const),
  }))
  await inHandfuls(rows, some => tx.insert(persons).values(some.map(({ roles, ...person }) => person)))
  const roleRows = rows.flatMap(({ id, roles }) => roles.map(role => ({ personId: id, role })))
  await inHandfuls(roleRows, some => tx.insert(personRoles).values(some))
}

async function updatePerson(tx: Db, { id, row, parts, fromLeft }: StaffChange, teamIds: Map<string, string>) {
  const { givenName, surnamePrefix, surname } = row
  const teamId = teamIds.get(nameKey(row.team))!
  await tx.update(persons).set({ givenName, surnamePrefix, surname, teamId, leftAt: null }).where(eq(persons.id, id!))
  const roles = row.roles ?? (fromLeft ? (['agent'] as const) : undefined)
  if (!roles || (!fromLeft && !parts.includes('roles'))) return
  await tx.delete(personRoles).where(eq(personRoles.personId, id!))
  await tx.insert(personRoles).values(roles.map(role => ({ personId: id!, role })))
}

/** Who leaves keeps no way in: no session, no link, no password, no role. */
async function sayGoodbye(tx: Db, ids: string[], at: Date) {
  await inHandfuls(ids, async some => {
    await tx.update(persons).set({ leftAt: at, passwordHash: null }).where(inArray(persons.id, some))
    await tx.delete(sessions).where(inArray(sessions.personId, some))
    await tx.delete(signInLinks).where(inArray(signInLinks.personId, some))
    await tx.delete(personRoles).where(inArray(personRoles.personId, some))
  })
}

/** Rows in one statement, well below the engines' limits on parameters. */
const handful = 500

async function inHandfuls<Row>(rows: Row[], write: (some: Row[]) => Promise<unknown>) {
  for (let start = 0; start < rows.length; start += handful) await write(rows.slice(start, start + handful))
}
