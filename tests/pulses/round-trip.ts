import { randomBytes } from 'node:crypto'
import { type Dirent, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { migrate, organisation, persons, sites, teams, transact } from '#db'
import { blind, finalize, importIssueKey, prepare } from '~/ballot-box/blind.client'
import { fromBase64url, utf8 } from '~/ballot-box/bytes'
import { type Manifest, readManifest } from '~/ballot-box/manifest'
import { importBoxKey, seal } from '~/ballot-box/seal.client'
import { castMany } from '~/ballot-box/store.server'
import { nullifierOf, tokenMessage } from '~/ballot-box/token'
import { config } from '~/config.server'
import { ballotBox } from '~/pulses/ballot-box.server'
import { draftRound } from '~/pulses/drafting/store.server'
import { issue } from '~/pulses/issuing.server'
import { beginAnswering, beginIssuing } from '~/pulses/opening.server'
import { findRound, recordResponse } from '~/pulses/store.server'

/** A Friday, and a plan that starts on the Monday after it. */
export const today = '2026-11-20'
export const plan = { issuingFrom: '2026-11-23', opensOn: '2026-11-26', closesOn: '2026-12-04', withPilotItem: false }

/** Founds an organisation with teams of these sizes; the people of team `A` are `A1`, `A2`, … */
export async function foundHouse(sizes: Record<string, number>) {
  await migrate()
  await transact(async tx => {
    await tx.insert(organisation).values({ id: 'o', name: 'Voorbeeld' })
    await tx.insert(sites).values({ id: 's', name: 'Zwolle', jurisdiction: 'NL' })
    for (const id of Object.keys(sizes)) await tx.insert(teams).values({ id, name: id, parentId: null, siteId: 's' })
    for (const id of peopleOf(sizes)) await tx.insert(persons).values(staffRow(id, id[0]!))
  })
}

/** Everybody in teams of these sizes. */
export const peopleOf = (sizes: Record<string, number>) =>
  Object.entries(sizes).flatMap(([team, size]) => Array.from({ length: size }, (_, place) => `${team}${place + 1}`))

/** One person as the staff list has them. */
export const staffRow = (id: string, teamId: string) => ({
  id,
  email: `${id}@voorbeeld.nl`,
  givenName: id,
  surnamePrefix: '',
  surname: 'Test',
  teamId,
})

/** Plans a round and starts issuing its tokens. */
export async function issuingRound() {
  const planned = await draftRound(plan, today)
  if (!planned.ok) throw new Error(planned.because)
  const started = await beginIssuing(planned.value.id)
  if (!started.ok) throw new Error(started.because)
  return planned.value.id
}

/** Opens a round for answers. */
export async function openedRound(roundId: string) {
  const opened = await beginAnswering(roundId)
  if (!opened.ok) throw new Error(opened.because)
}

/** Answers a published round in public. */
export const answerRound = (roundId: string) =>
  recordResponse(roundId, { heard: 'a', willDo: 'b', willNotDo: 'c' }, new Date('2026-12-07T09:00:00Z'))

/** The manifest that everyone in a round has. */
export async function manifestFor(roundId: string): Promise<Manifest> {
  return readManifest(Buffer.from((await findRound(roundId))!.manifest!))
}

/** A blinded token for a unit, as a browser makes it, with what takes the blinding off. */
export async function blindedToken(roundId: string, unit: string) {
  const { issue_key_spki } = (await manifestFor(roundId)).units.find(({ id }) => id === unit)!
  const key = await importIssueKey(fromBase64url(issue_key_spki))
  const input = prepare(tokenMessage(roundId, unit, randomBytes(32)))
  const { blinded, inverse } = await blind(key, input)
  return {
    blinded,
    input,
    finish: (signature: Uint8Array) => finalize(key, input, Uint8Array.from(signature), inverse),
  }
}

/** Draws the token of one person and takes the blinding off: throws when the signature is not sound. */
export async function drawToken(personId: string, roundId: string, unit: string) {
  const { blinded, input, finish } = await blindedToken(roundId, unit)
  const signed = await issue(personId, roundId, blinded)
  if (!signed.ok) throw new Error(signed.because)
  await finish(signed.value.signature)
  return input
}

type Filled = { person: string; unit: string; answer: number; comment?: string }

/** Draws a token for each person, fills in every question alike, seals, and puts all ballots in the box. */
export async function castAll(roundId: string, filled: Filled[]) {
  const manifest = await manifestFor(roundId)
  const boxKey = await importBoxKey(fromBase64url(manifest.box_key_spki))
  const ballots = await Promise.all(
    filled.map(async ({ person, unit, answer, comment = '' }) => {
      const nullifier = await nullifierOf(await drawToken(person, roundId, unit))
      const place = { round: roundId, unit, nullifier }
      const a = Object.fromEntries(manifest.questions.map(({ id }) => [id, answer]))
      return { ...place, sealed: await seal(boxKey, { v: 1, a, c: comment }, place) }
    }),
  )
  return castMany(ballotBox(), ballots)
}

/** Names every file in a folder that holds these bytes somewhere: databases, write-ahead logs, journals, keys. */
export function filesHolding(needle: string | Uint8Array, folder = config.dataDir): string[] {
  const bytes = Buffer.from(typeof needle === 'string' ? utf8(needle) : needle)
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile())
  const pathOf = (file: Dirent) => join(file.parentPath, file.name)
  return files.map(pathOf).filter(path => readFileSync(path).includes(bytes))
}
