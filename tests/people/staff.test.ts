import { eq } from 'drizzle-orm'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { db, personRoles, persons, sessions, signInLinks, sites, teams, transact } from '#db'
import { createLink, useLink } from '~/people/links.server'
import { startSession } from '~/people/session.server'
import { applyStaffFile, countsOf, previewStaffFile } from '~/people/staff/store.server'
import { findByEmail } from '~/people/store.server'
import { foundOrganisation, hire } from './cast'

const noon = new Date('2026-03-02T12:00:00Z')
const header = 'Voornaam;Achternaam;E-mail;Team;Bovenliggend team;Vestiging;Land;Rollen'
const csv = (...lines: string[]) => [header, ...lines].join('\n')
const admin = 'Ad;Min;admin@v.nl;Team Een;;Zwolle;NL;beheerder'
const ada = 'Ada;Test;ada@v.nl;Team Een;;Zwolle;NL;agent'
const bo = 'Bo;Test;bo@v.nl;Team Een;;Zwolle;NL;agent'

beforeAll(foundOrganisation)
beforeEach(async () => {
  await transact(async tx => {
    await tx.delete(persons)
    await tx.delete(teams)
    await tx.delete(sites)
  })
  await foundOrganisation()
  await hire('admin@v.nl', ['platformAdmin'])
  await hire('ada@v.nl')
  await hire('bo@v.nl')
})

const everything = async () => JSON.stringify([await db.select().from(persons), await db.select().from(teams)])
async function importNow(text: string, manyMayLeave = false) {
  const { version } = await previewStaffFile(text)
  return applyStaffFile(text, { version, manyMayLeave }, noon)
}

test('a dry run shows who is new, changed, moved and leaving, and changes nothing', async () => {
  const before = await everything()
  const moved = ada.replace('Team Een', 'Team Twee')
  const { changes } = await previewStaffFile(csv(admin, moved, 'Cor;Nieuw;cor@v.nl;Team Twee;Noord;Gent;BE;'))
  expect(changes.problems).toEqual([{ line: 4, column: 'site', reason: 'siteDiffers' }])
  const sound = await previewStaffFile(csv(admin, moved, 'Cor;Nieuw;cor@v.nl;Team Drie;Noord;Gent;BE;'))
  expect(sound.changes.problems).toEqual([])
  expect(countsOf(sound.changes)).toEqual({ added: 1, changed: 2, moved: 1, leaving: 1 })
  expect(sound.changes.newTeams.toSorted()).toEqual(['Noord', 'Team Drie', 'Team Twee'])
  expect(sound.changes.newSites).toEqual(['Gent'])
  expect(await everything()).toBe(before)
})

test('applying does what the dry run showed, and a second time nothing', async () => {
  const text = csv(admin, ada.replace('Team Een', 'Team Twee'), bo, 'Cor;de Wit;cor@v.nl;Team Drie;Noord;Gent;BE;OR')
  expect((await importNow(text)).ok).toBe(true)
  expect(await findByEmail('cor@v.nl')).toMatchObject({ surname: 'de Wit', roles: ['worksCouncil'] })
  const all = await db.select().from(teams)
  const named = (name: string) => all.find(team => team.name === name)!
  expect(named('Team Drie').parentId).toBe(named('Noord').id)
  expect((await findByEmail('ada@v.nl'))!.teamId).toBe(named('Team Twee').id)
  const again = await previewStaffFile(text)
  expect(countsOf(again.changes)).toEqual({ added: 0, changed: 0, moved: 0, leaving: 0 })
})

test('with one bad line nothing of the list is applied', async () => {
  const before = await everything()
  const answer = await importNow(
    csv(admin, ada.replace('Ada', 'Adriana'), bo, 'Cor;Fout;geen-adres;Team Een;;Zwolle;NL;'),
  )
  expect(answer).toEqual({ ok: false, because: 'hasProblems' })
  expect(await everything()).toBe(before)
})

test('who leaves loses every way in; who comes back gets their own row again', async () => {
  await startSession('bo')
  const token = await createLink('bo', noon)
  expect((await importNow(csv(admin, ada))).ok).toBe(true)
  expect(await findByEmail('bo@v.nl')).toBeUndefined()
  expect(await db.select().from(sessions).where(eq(sessions.personId, 'bo'))).toEqual([])
  expect(await db.select().from(signInLinks).where(eq(signInLinks.personId, 'bo'))).toEqual([])
  expect(await db.select().from(personRoles).where(eq(personRoles.personId, 'bo'))).toEqual([])
  expect(await useLink(token, noon)).toBeUndefined()
  expect((await importNow(csv(admin, ada, bo))).ok).toBe(true)
  expect(await findByEmail('bo@v.nl')).toMatchObject({ id: 'bo', roles: ['agent'] })
})

test('a list on which more than a third is missing needs an explicit yes', async () => {
  expect(await importNow(csv(admin))).toEqual({ ok: false, because: 'manyLeave' })
  expect((await importNow(csv(admin), true)).ok).toBe(true)
})

test('the last administrator cannot be removed or demoted by a list', async () => {
  const reason = [{ line: 0, column: 'roles', reason: 'lastAdministrator' }]
  expect((await previewStaffFile(csv(ada, bo))).changes.problems).toEqual(reason)
  expect((await previewStaffFile(csv(admin.replace('beheerder', 'agent'), ada, bo))).changes.problems).toEqual(reason)
  expect((await previewStaffFile(csv(ada.replace('agent', 'beheerder'), bo))).changes.problems).toEqual([])
})

test('teams in a circle and contradictions between lines are refused', async () => {
  const reasons = async (...lines: string[]) => (await previewStaffFile(csv(admin, ...lines))).changes.problems
  const circle = [ada.replace('Team Een;', 'A;B'), bo.replace('Team Een;', 'B;A')]
  expect((await reasons(...circle)).map(({ reason }) => reason)).toEqual(['teamCircle', 'teamCircle'])
  const torn = [ada.replace('Team Een;', 'A;Noord'), bo.replace('Team Een;', 'A;Zuid')]
  expect(await reasons(...torn)).toEqual([{ line: 4, column: 'parentTeam', reason: 'parentDiffers' }])
  expect(await reasons(ada.replace('NL', 'BE'))).toEqual([{ line: 3, column: 'country', reason: 'countryDiffers' }])
  expect(await reasons(ada.replace('Team Een;;Zwolle;NL', 'X;;Ergens;'))).toEqual([
    { line: 3, column: 'country', reason: 'countryMissing' },
  ])
})

test('of two people who confirm at once, the second is told that the list changed meanwhile', async () => {
  const mine = csv(admin, ada, bo, 'Cor;Nieuw;cor@v.nl;Team Een;;Zwolle;NL;')
  const theirs = csv(admin, ada, bo, 'Dees;Nieuw;dees@v.nl;Team Een;;Zwolle;NL;')
  const { version } = await previewStaffFile(mine)
  const consent = { version, manyMayLeave: false }
  const answers = await Promise.all([applyStaffFile(mine, consent, noon), applyStaffFile(theirs, consent, noon)])
  expect(answers.map(answer => answer.ok)).toEqual([true, false])
  expect(answers[1]).toEqual({ ok: false, because: 'changedMeanwhile' })
  expect(await findByEmail('dees@v.nl')).toBeUndefined()
})
