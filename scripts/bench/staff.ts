import { createHash, randomBytes } from 'node:crypto'
import { issuances, migrate, organisation, persons, sessions, sites, teams, transact } from '#db'
import { addDays, dayIn } from '../../app/calendar'
import { draftRound } from '../../app/pulses/drafting/store.server'
import { beginAnswering, beginIssuing } from '../../app/pulses/opening.server'
import { findRound } from '../../app/pulses/store.server'
import { manifestFrom } from '../../db/seed/voter'

/** Rows written by one statement: SQLite takes 32,766 values in all. */
const rowsAtATime = 2000
const hours = 3_600_000

/** The day of the measurement; the timetable of a real server leaves a round of these days as it is. */
export const today = dayIn('Europe/Amsterdam', new Date())
const plan = { issuingFrom: today, opensOn: addDays(today, 4), closesOn: addDays(today, 11), withPilotItem: false }

/** Founds an invented organisation of teams of equal size, each of which is a reporting unit by itself. */
export async function foundOrganisation(teamCount: number, teamSize: number) {
  await migrate()
  const teamIds = Array.from({ length: teamCount }, (_, at) => `team-${at + 1}`)
  const people = teamIds.flatMap(teamId => Array.from({ length: teamSize }, (_, at) => personRow(teamId, at + 1)))
  await transact(async tx => {
    await tx.insert(organisation).values({ id: 'o', name: 'Meetbedrijf' })
    await tx.insert(sites).values({ id: 's', name: 'Zwolle', jurisdiction: 'NL' })
    for (const id of teamIds) await tx.insert(teams).values({ id, name: id, parentId: null, siteId: 's' })
    for (const rows of inParts(people)) await tx.insert(persons).values(rows)
  })
  return people.map(({ id }) => id)
}

/** Plans a round. */
export async function planRound(more: { councilHolds?: boolean } = {}) {
  const planned = await draftRound({ ...plan, ...more }, today)
  if (!planned.ok) throw new Error(planned.because)
  return planned.value.id
}

/** Plans a round and starts issuing its tokens. */
export async function startRound() {
  const id = await planRound()
  const started = await beginIssuing(id)
  if (!started.ok) throw new Error(started.because)
  return id
}

/** Opens a round for answers, after noting that these people drew a token. */
export async function openRound(roundId: string, drawn: string[]) {
  const rows = drawn.map(personId => ({ roundId, personId, blindedSha256: randomBytes(32).toString('base64url') }))
  await transact(async tx => {
    for (const part of inParts(rows)) await tx.insert(issuances).values(part)
  })
  const opened = await beginAnswering(roundId)
  if (!opened.ok) throw new Error(opened.because)
  const manifest = manifestFrom((await findRound(roundId))!.manifest!)
  return { manifest, unitIds: manifest.units.map(({ id }) => id) }
}

function personRow(teamId: string, nth: number) {
  const id = `${teamId}-${nth}`
  return { id, email: `${id}@meetbedrijf.nl`, givenName: 'Anne', surnamePrefix: '', surname: id, teamId }
}

/** Signs people in, all at once; returns their cookies. The table holds hashes of them only. */
export async function signIn(people: string[]): Promise<string[]> {
  const signedIn = people.map(personId => ({ personId, secret: randomBytes(20).toString('hex') }))
  const expiresAt = new Date(Date.now() + 12 * hours)
  const rows = signedIn.map(({ personId, secret }) => ({ id: sha256(secret), personId, expiresAt }))
  await transact(async tx => {
    for (const part of inParts(rows)) await tx.insert(sessions).values(part)
  })
  return signedIn.map(({ secret }) => `session=${secret}`)
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/** Divides rows into parts that one statement can take. */
export function* inParts<Row>(rows: Row[]) {
  for (let from = 0; from < rows.length; from += rowsAtATime) yield rows.slice(from, from + rowsAtATime)
}
