import { lockOf } from '~/people/passphrase'
import { countAsCouncil } from '~/pulses/council/count'
import { materialLines } from '~/pulses/council/counting.server'
import { boundToFile, type CouncilKeys, openCouncilFile, readCouncilFile } from '~/pulses/council/file'
import { breathe, type MadeKey, makeCouncilKey, shuffle } from '~/pulses/council/key.client'
import type { Material, SealedBallot } from '~/pulses/council/material'
import { recordHeldKeys } from '~/pulses/council/store.server'
import type { CountFound } from '~/pulses/council/submission'
import { findRound } from '~/pulses/store.server'
import { planRound, today } from '../../bench/staff'

/** The words with which the works council locks its file. */
export const passphrase = 'zeven gewone woorden achter elkaar'

/** Plans a round of which the works council made the key in its own browser. */
export async function councilDraft(): Promise<{ round: string; made: MadeKey }> {
  const round = await planRound({ councilHolds: true })
  const made = await makeCouncilKey(round, passphrase)
  const recorded = await recordHeldKeys(made, today)
  if (!recorded.ok) throw new Error(recorded.because)
  return { round, made }
}

/** Opens the file that was saved, as the page does; nothing when it does not open. */
export async function unlocked(file: string, words = passphrase): Promise<CouncilKeys | undefined> {
  const read = readCouncilFile(file)
  return read && openCouncilFile(read, words)
}

/** Takes the half that opens ballots out of a file, as a careless page could that keeps it on the server. */
export async function openingHalf(file: string): Promise<string> {
  const read = readCouncilFile(file)!
  const how = { name: 'AES-GCM', iv: read.iv, additionalData: boundToFile(read) }
  const lock = await lockOf(passphrase, read.salt, read.rounds)
  return JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt(how, lock, read.secret))).box
}

/** What the works council downloads to count. */
export type Taken = { material: Material; ballots: SealedBallot[] }

/** Downloads a closed round as the works council does. */
export async function download(round: string): Promise<Taken> {
  const lines: string[] = []
  for await (const line of materialLines((await findRound(round))!)) lines.push(line)
  const [material, ...ballots] = lines.map(line => JSON.parse(line))
  return { material, ballots }
}

/** Counts as the page does; nothing when the page refuses to. */
export async function counted({ material, ballots }: Taken, keys: CouncilKeys): Promise<CountFound | undefined> {
  const found = await countAsCouncil(material, inTurn(ballots), keys, { shuffle, breathe })
  return found.ok ? found.value : undefined
}

async function* inTurn<Some>(some: readonly Some[]): AsyncGenerator<Some> {
  yield* some
}
