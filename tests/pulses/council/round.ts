import { fromBase64url } from '~/ballot-box/bytes'
import { importBoxKey, seal } from '~/ballot-box/seal.client'
import { castMany } from '~/ballot-box/store.server'
import { nullifierOf } from '~/ballot-box/token'
import { lockOf } from '~/people/passphrase'
import { ballotBox } from '~/pulses/ballot-box.server'
import { countAsCouncil } from '~/pulses/council/count'
import { materialLines } from '~/pulses/council/counting.server'
import { boundToFile, type CouncilKeys, openCouncilFile, readCouncilFile } from '~/pulses/council/file'
import { breathe, type MadeKey, makeCouncilKey, shuffle } from '~/pulses/council/key.client'
import type { Material, SealedBallot } from '~/pulses/council/material'
import { recordHeldKeys } from '~/pulses/council/store.server'
import { draftRound } from '~/pulses/drafting/store.server'
import { issue } from '~/pulses/issuing.server'
import { beginIssuing } from '~/pulses/opening.server'
import { findRound } from '~/pulses/store.server'
import { blindedToken, manifestFor, plan, today } from '../round-trip'

/** The passphrase of these tests. */
export const passphrase = 'zeven gewone woorden achter elkaar'

/** Plans a round whose ballots only the works council can open. */
export async function councilDraft() {
  const planned = await draftRound({ ...plan, councilHolds: true }, today)
  if (!planned.ok) throw new Error(planned.because)
  return planned.value.id
}

/** Plans such a round, makes its key as the page does, and starts issuing. */
export async function councilRound(): Promise<{ round: string; made: MadeKey }> {
  const round = await councilDraft()
  const made = await makeCouncilKey(round, passphrase)
  const recorded = await recordHeldKeys(made, today)
  if (!recorded.ok) throw new Error(recorded.because)
  const started = await beginIssuing(round)
  if (!started.ok) throw new Error(started.because)
  return { round, made }
}

/** Opens the file that was saved, as the page does. */
export async function opened({ file }: MadeKey, words = passphrase): Promise<CouncilKeys> {
  return (await openCouncilFile(readCouncilFile(file)!, words))!
}

/** Takes both private halves out of a saved file: what no server may ever hold. */
export async function privateHalves({ file }: MadeKey) {
  const read = readCouncilFile(file)!
  const lock = await lockOf(passphrase, read.salt, read.rounds)
  const how = { name: 'AES-GCM', iv: read.iv, additionalData: boundToFile(read) }
  const { box, signing } = JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt(how, lock, read.secret)))
  return { box: fromBase64url(box), signing: fromBase64url(signing) }
}

type Filled = { person: string; unit: string; answer: number; comment?: string }

/** Casts like `castAll`, and leaves the tokens beside the ballots as the box does in such a round. */
export async function castWithTokens(roundId: string, filled: Filled[]) {
  const manifest = await manifestFor(roundId)
  const boxKey = await importBoxKey(fromBase64url(manifest.box_key_spki))
  const ballots = await Promise.all(
    filled.map(async ({ person, unit, answer, comment = '' }) => {
      const token = await drawToken(person, roundId, unit)
      const place = { round: roundId, unit, nullifier: await nullifierOf(token.input) }
      const a = Object.fromEntries(manifest.questions.map(({ id }) => [id, answer]))
      return { ...place, token, sealed: await seal(boxKey, { v: 1, a, c: comment }, place) }
    }),
  )
  return castMany(ballotBox(), ballots)
}

/** Draws a token with its signature. */
export async function drawToken(person: string, roundId: string, unit: string) {
  const { blinded, input, finish } = await blindedToken(roundId, unit)
  const signed = await issue(person, roundId, blinded)
  if (!signed.ok) throw new Error(signed.because)
  return { input, signature: await finish(signed.value.signature) }
}

/** Downloads what the council counts. */
export async function download(roundId: string) {
  const lines: string[] = []
  for await (const line of materialLines((await findRound(roundId))!)) lines.push(line)
  const [frame, ...rest] = lines.map(line => JSON.parse(line))
  return { material: frame as Material, ballots: rest as SealedBallot[] }
}

/** Counts as the page does. */
export async function countHere(
  { material, ballots }: Awaited<ReturnType<typeof download>>,
  keys: CouncilKeys,
  mix = shuffle,
) {
  const found = await countAsCouncil(material, inTurn(ballots), keys, { shuffle: mix, breathe })
  return found.ok ? { ...found, value: found.value.tally, receipts: found.value.receipts } : found
}

/** Hands things over one by one. */
export async function* inTurn<T>(some: readonly T[]): AsyncGenerator<T> {
  yield* some
}
