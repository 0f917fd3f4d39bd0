import { randomBytes } from 'node:crypto'
import { blind, finalize, importIssueKey, prepare } from '~/ballot-box/blind.client'
import { type Bytes, fromBase64url } from '~/ballot-box/bytes'
import { keepsTokens } from '~/ballot-box/council-tokens.server'
import { type Manifest, readManifest } from '~/ballot-box/manifest'
import { importBoxKey, seal } from '~/ballot-box/seal.client'
import { type Ballot, castMany } from '~/ballot-box/store.server'
import { nullifierOf, tokenMessage } from '~/ballot-box/token'
import { ballotBox } from '~/pulses/ballot-box.server'
import { issue } from '~/pulses/issuing.server'
import { beginAnswering } from '~/pulses/opening.server'
import { findRound } from '~/pulses/store.server'
import { tokenErrands } from '~/pulses/token-errands.server'
import { foundOrganisation, signIn, startRound } from '../../bench/staff'

const [teams, teamSize] = [2, 15]

/** Remarks that occur nowhere else in the world; so few that they are deleted unread. */
export const canaries = Array.from({ length: 5 }, () => Buffer.from(`kanarie-${randomBytes(18).toString('base64url')}`))

/** A ballot with the token that casts it. */
export type Ready = Ballot & { input: Bytes; signature: Bytes }

/** Founds an organisation in which everybody is signed in. @returns its people */
export async function foundHouse(): Promise<string[]> {
  const people = await foundOrganisation(teams, teamSize)
  await signIn(people)
  return people
}

/** Founds an organisation in which everybody is signed in and drew a token, and opens its round. */
export async function openedRound(): Promise<{ round: string; people: string[]; ready: Ready[] }> {
  const people = await foundHouse()
  const round = await startRound()
  return { round, people, ready: await openWith(round, people) }
}

/** Lets these people draw a token in a round that is issuing, and opens it. @returns their ballots, which are not cast yet */
export async function openWith(round: string, people: readonly string[], remarks = canaries): Promise<Ready[]> {
  const manifest = await manifestOf(round)
  const drawn = await Promise.all(people.map(person => drawToken(person, manifest)))
  const opened = await beginAnswering(round)
  if (!opened.ok) throw new Error(opened.because)
  return Promise.all(drawn.map((token, nth) => ballotOf(token, manifest, { nth, remark: remarks[nth] })))
}

/** Opens a round in which everybody answers. @returns the round */
export async function runRound(): Promise<string> {
  const { round, ready } = await openedRound()
  castReady(ready)
  return round
}

/** Casts ballots; the token stays beside each where the works council will check it. */
export function castReady(ready: readonly Ready[]) {
  const box = ballotBox()
  const ballots = ready.map(({ round, nullifier, unit, sealed, input, signature }): Ballot => {
    const ballot = { round, nullifier, unit, sealed }
    return keepsTokens(box, round) ? { ...ballot, token: { input, signature } } : ballot
  })
  castMany(box, ballots)
}

/** Reads the manifest that everyone in a round has. */
export const manifestOf = async (round: string): Promise<Manifest> =>
  readManifest(Buffer.from((await findRound(round))!.manifest!))

type Drawn = { unit: string; input: Bytes; signature: Bytes }

/** Draws a token for one person as their browser does. */
export async function drawToken(person: string, manifest: Manifest): Promise<Drawn> {
  const { unit } = (await tokenErrands(person)).find(({ round }) => round === manifest.round)!
  const key = await importIssueKey(fromBase64url(manifest.units.find(({ id }) => id === unit)!.issue_key_spki))
  const input = prepare(tokenMessage(manifest.round, unit, randomBytes(32)))
  const { blinded, inverse } = await blind(key, input)
  const signed = await issue(person, manifest.round, blinded)
  if (!signed.ok) throw new Error(signed.because)
  const signature = await finalize(key, input, Uint8Array.from(signed.value.signature), inverse)
  return { unit, input, signature }
}

type Said = { nth: number; remark?: Buffer }

async function ballotOf(token: Drawn, manifest: Manifest, { nth, remark }: Said): Promise<Ready> {
  const { unit, input } = token
  const place = { round: manifest.round, unit, nullifier: await nullifierOf(input) }
  const a = Object.fromEntries(manifest.questions.map(({ id }, at) => [id, 1 + ((nth * 7 + at * 3) % 5)]))
  const c = remark?.toString() ?? ''
  const boxKey = await importBoxKey(fromBase64url(manifest.box_key_spki))
  return { ...place, ...token, sealed: await seal(boxKey, { v: 1, a, c }, place) }
}
