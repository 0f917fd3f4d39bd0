import { randomBytes } from 'node:crypto'
import { blind, finalize, importIssueKey, prepare } from '~/ballot-box/blind.client'
import { fromBase64url } from '~/ballot-box/bytes'
import { type Manifest, readManifest } from '~/ballot-box/manifest'
import { importBoxKey, seal } from '~/ballot-box/seal.client'
import { castMany } from '~/ballot-box/store.server'
import { nullifierOf, tokenMessage } from '~/ballot-box/token'
import { ballotBox } from '~/pulses/ballot-box.server'
import { issue } from '~/pulses/issuing.server'
import { beginAnswering } from '~/pulses/opening.server'
import { findRound } from '~/pulses/store.server'
import { tokenErrands } from '~/pulses/token-errands.server'
import { foundOrganisation, signIn, startRound } from '../../bench/staff'

const [teams, teamSize] = [2, 15]

/** Remarks that occur nowhere else in the world; so few that they are deleted unread. */
export const canaries = Array.from({ length: 5 }, () => Buffer.from(`kanarie ${randomBytes(12).toString('hex')}`))

/** Founds an organisation in which everybody is signed in, draws a token and answers. @returns the round, open and full */
export async function runRound(): Promise<string> {
  const people = await foundOrganisation(teams, teamSize)
  await signIn(people)
  const round = await startRound()
  const manifest = readManifest(Buffer.from((await findRound(round))!.manifest!))
  const drawn = await Promise.all(people.map(person => drawToken(person, manifest)))
  const opened = await beginAnswering(round)
  if (!opened.ok) throw new Error(opened.because)
  castMany(ballotBox(), await Promise.all(drawn.map((token, nth) => ballotOf(token, manifest, nth))))
  return round
}

type Drawn = { unit: string; input: Awaited<ReturnType<typeof prepare>> }

/** Draws a token for one person as their browser does. */
async function drawToken(person: string, manifest: Manifest): Promise<Drawn> {
  const { unit } = (await tokenErrands(person)).find(({ round }) => round === manifest.round)!
  const key = await importIssueKey(fromBase64url(manifest.units.find(({ id }) => id === unit)!.issue_key_spki))
  const input = prepare(tokenMessage(manifest.round, unit, randomBytes(32)))
  const { blinded, inverse } = await blind(key, input)
  const signed = await issue(person, manifest.round, blinded)
  if (!signed.ok) throw new Error(signed.because)
  await finalize(key, input, Uint8Array.from(signed.value.signature), inverse)
  return { unit, input }
}

async function ballotOf({ unit, input }: Drawn, manifest: Manifest, nth: number) {
  const place = { round: manifest.round, unit, nullifier: await nullifierOf(input) }
  const a = Object.fromEntries(manifest.questions.map(({ id }, at) => [id, 1 + ((nth * 7 + at * 3) % 5)]))
  const c = canaries[nth]?.toString() ?? ''
  const boxKey = await importBoxKey(fromBase64url(manifest.box_key_spki))
  return { ...place, sealed: await seal(boxKey, { v: 1, a, c }, place) }
}
